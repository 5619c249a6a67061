package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.provision.Installed;
import org.cookieproof.provision.SearchPath;
import org.cookieproof.target.process.LeashedProcess;
import org.cookieproof.target.process.ProcessDirectory;
import org.cookieproof.target.process.Template;

/** Debian's Apache with mod_auth_openidc, with a virtual host for each site but Keycloak's. */
record RelyingParties(Path apache, Path modules) {

    /** Without the package {@code apache2}, which has the service; what we need is in these. */
    static final List<String> NEEDS = List.of("apache2-bin", "libapache2-mod-auth-openidc");

    private static final List<String> PAGES = List.of("page.html", "me.json", "robots.txt");

    /** @throws IOException if something is not installed, with the command that installs it */
    static RelyingParties installed() throws IOException {
        List<String> missing = Installed.onThisMachine().missing(NEEDS);
        if (!missing.isEmpty()) {
            throw new IOException(
                    String.join(", ", missing) + " not installed. Run: " + Installed.installCommand(missing));
        }
        Path apache =
                SearchPath.ofEnvironment().find("apache2").orElseThrow(() -> new IOException("no binary apache2"));
        return new RelyingParties(apache, Path.of("/usr/lib/apache2/modules"));
    }

    /**
     * @param passphrase encrypts the state that mod_auth_openidc gives user agents to keep
     * @param session    how long one lasts
     */
    void configure(
            ProcessDirectory directory,
            KeycloakSites sites,
            Realm realm,
            String passphrase,
            Duration session,
            Ports ports)
            throws IOException {
        Files.createDirectories(directory.resolve("pages"));
        for (String page : PAGES) {
            Files.writeString(
                    directory.resolve("pages/" + page),
                    Template.of(RelyingParties.class, page).text());
        }
        Map<String, String> values = new HashMap<>(Map.of(
                "directory", directory.path().toString(),
                "modules", modules.toString(),
                "passphrase", passphrase,
                "siteSeconds", String.valueOf(session.toSeconds()),
                "partyPort", String.valueOf(ports.party()),
                "keycloakPort", String.valueOf(ports.keycloak())));
        List<String> hosts = new ArrayList<>();
        for (String host : sites.parties()) {
            hosts.add(virtualHost("party.conf", host, realm.secretOf().getOrDefault(host, ""), ports));
        }
        for (String host : sites.strangers()) {
            hosts.add(virtualHost("stranger.conf", host, "", ports));
        }
        values.put("hosts", String.join("\n", hosts));
        directory.write(Template.of(RelyingParties.class, "httpd.conf"), values);
    }

    private static String virtualHost(String template, String host, String secret, Ports ports) throws IOException {
        return Template.of(RelyingParties.class, template)
                .filled(Map.of("host", host, "secret", secret, "partyPort", String.valueOf(ports.party())));
    }

    LeashedProcess start(ProcessDirectory directory) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // Debian's Apache refuses to serve as root, and nobody may not enter a directory that is root's alone.
            command.addAll(List.of(
                    "setpriv",
                    "--reuid=nobody",
                    "--regid=nogroup",
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override"));
        }
        command.addAll(
                List.of(apache.toString(), "-f", directory.resolve("httpd.conf").toString(), "-D", "FOREGROUND"));
        return directory.start("apache.log", Map.of(), command);
    }
}
