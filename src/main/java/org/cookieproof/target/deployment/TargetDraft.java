package org.cookieproof.target.deployment;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;

/**
 * A target file made of a survey, for a person to go on with. Whatever the site said is quoted, or stands in a comment of
 * one line.
 *
 * @param addresses that the survey itself was given
 * @param trust     likewise
 * @param flows     the folder of the project's flow files
 */
public record TargetDraft(Survey survey, Map<Endpoint, InetSocketAddress> addresses, List<Path> trust, Path flows) {

    /** @param out where it will lie, since it names other files */
    public String text(Path out) {
        Path folder = Objects.requireNonNull(out.toAbsolutePath().normalize().getParent());
        StringBuilder yaml = new StringBuilder();
        Path schema = flows.toAbsolutePath()
                .normalize()
                .resolve("../../schema/target.json")
                .normalize();
        yaml.append("# yaml-language-server: $schema=")
                .append(folder.relativize(schema))
                .append('\n');
        yaml.append("# Drafted by './cookieproof init' from what ")
                .append(comment(survey.host()))
                .append(" shows to anybody. What says FILL IN is a\n# person's to decide; ci/targets/README.md has the")
                .append(" language, ci/targets/beta.example.yaml an example.\n");
        yaml.append("target: ")
                .append(quoted("The deployment at " + survey.host()))
                .append('\n');
        yaml.append("provider: deployment\n");
        flows(yaml, folder);
        sites(yaml);
        schemes(yaml);
        reach(yaml, folder);
        yaml.append(ACCOUNTS);
        yaml.append(traits());
        cookies(yaml);
        return yaml.toString();
    }

    private void flows(StringBuilder yaml, Path folder) {
        yaml.append("# It looks like ").append(survey.service().says());
        yaml.append(survey.detail().isEmpty() ? "" : " (" + comment(survey.detail()) + ")")
                .append(".\n");
        Path fitting = flows.resolve(survey.service().flows());
        boolean fits = !survey.service().flows().isEmpty() && Files.isRegularFile(fitting);
        if (!fits) {
            yaml.append(
                    "# FILL IN: no flow file here says how one signs in there; write one beside this, after its model.\n");
        }
        Path file = (fits ? fitting : flows.resolve(Survey.Service.MEDIAWIKI.flows()))
                .toAbsolutePath()
                .normalize();
        yaml.append("flows: ")
                .append(quoted(folder.relativize(file).toString()))
                .append("\n\n");
    }

    private void sites(StringBuilder yaml) {
        yaml.append("sites:\n  first: ").append(quoted(survey.host())).append('\n');
        List<Survey.Candidate> sites = candidates(false);
        if (sites.isEmpty()) {
            yaml.append(
                            "  # FILL IN: sibling (of first's registrable domain), other (of another), central (the login host),\n")
                    .append(
                            "  # foreign (a host of yours that must never see a credential). Without them their cells are not run.\n");
        } else {
            yaml.append("  # FILL IN: which of these are of this deployment? A beta's pages may name production.\n");
            sites.forEach(c -> yaml.append("  # ")
                    .append(c.role())
                    .append(": ")
                    .append(comment(c.host()))
                    .append("   # ")
                    .append(c.why())
                    .append('\n'));
        }
        List<Survey.Candidate> allowed = candidates(true);
        if (!allowed.isEmpty()) {
            yaml.append(
                    "# FILL IN: hosts beside the sites that pages need; all others are refused, and told.\n# also-allowed:\n");
            allowed.forEach(c -> yaml.append("#   - ")
                    .append(comment(c.host()))
                    .append("   # ")
                    .append(comment(c.why()))
                    .append('\n'));
        }
    }

    private List<Survey.Candidate> candidates(boolean allowed) {
        return survey.candidates().stream()
                .filter(c -> c.role().equals("also-allowed") == allowed)
                .toList();
    }

    private void schemes(StringBuilder yaml) {
        yaml.append('\n');
        survey.remarks().forEach(r -> yaml.append("# ").append(comment(r)).append(".\n"));
        survey.hsts()
                .ifPresent(h -> yaml.append("# Strict-Transport-Security: ")
                        .append(comment(h))
                        .append('\n'));
        yaml.append("schemes: [")
                .append(survey.schemes().stream().map(Scheme::wireName).sorted().collect(Collectors.joining(", ")))
                .append("]   # cells of another are not run\n");
    }

    private void reach(StringBuilder yaml, Path folder) {
        Map<String, InetSocketAddress> own = new TreeMap<>();
        addresses.forEach((endpoint, address) -> {
            if (endpoint.host().equals(survey.host()) && survey.schemes().contains(endpoint.scheme())) {
                own.put(endpoint.host() + ":" + endpoint.scheme(), address);
            }
        });
        if (!own.isEmpty()) {
            yaml.append("addresses:\n");
            own.forEach((host, address) -> yaml.append("  ")
                    .append(quoted(host))
                    .append(": ")
                    .append(quoted(bracketed(address.getHostString()) + ":" + address.getPort()))
                    .append('\n'));
        }
        if (!trust.isEmpty()) {
            yaml.append("trust: ")
                    .append(trust.stream()
                            .map(p ->
                                    quoted(folder.relativize(p.toAbsolutePath().normalize())
                                            .toString()))
                            .collect(Collectors.joining(", ", "[", "]\n")));
        }
        yaml.append(
                "rate-limit: 2   # requests per second to all of it; FILL IN what it bears\nat-once: 1      # cells\n");
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static final String ACCOUNTS = """

            # FILL IN: who can sign in there. A cell leases as many as it has personas; without any, only cells run that need
            # none. No password stands here.
            # accounts:
            #   - { name: Tester 1, password-from: BETA_PASSWORD_1 }     # an environment variable
            #   - { file: ~/.config/cookieproof/beta-accounts }          # NAME:PASSWORD a line, chmod 600
            """;

    private String traits() {
        boolean central = survey.detail().contains("with CentralAuth")
                || survey.candidates().stream().anyMatch(c -> c.role().equals("central"));
        return """

                traits:   # FILL IN: scenarios ask for them in 'requires:'
                  logout-ends: %s
                  login-over-http: %s
                """.formatted(
                        central ? "all-sessions-of-user" : "this-session",
                        survey.schemes().contains(Scheme.HTTP) ? "stays-on-http" : "sent-to-https");
    }

    private void cookies(StringBuilder yaml) {
        yaml.append(
                        "\n# FILL IN: what its cookies are for; these were set without signing in, and their kinds are guessed from\n")
                .append("# their names. Those that a login sets matter most.\ncookies:\n");
        survey.cookies()
                .forEach((name, shown) -> yaml.append("  - { name: ")
                        .append(quoted(escaped(name)))
                        .append(", is: ")
                        .append(guessed(name))
                        .append(" }   # ")
                        .append(comment(shown))
                        .append('\n'));
        if (survey.service() == Survey.Service.MEDIAWIKI) {
            yaml.append("""
                      - { name: "[A-Za-z0-9_]+[sS]ession", is: session-bearing }
                      - { name: "[A-Za-z0-9]+Token", is: [session-bearing, remember] }
                      - { name: "[A-Za-z0-9]+UserID", is: identity }
                      - { name: "[A-Za-z0-9]+UserName", is: hint }
                      - { name: "centralauth_(Session|Token)", is: [session-bearing, central] }
                      - { name: "centralauth_User", is: [identity, central] }
                    """.indent(0));
        } else if (survey.cookies().isEmpty()) {
            yaml.append("  - { name: \".*[sS](ession|ID).*\", is: session-bearing }\n");
        }
    }

    private static String guessed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("token") && !lower.contains("csrf") && !lower.contains("xsrf")
                ? "[session-bearing, remember]"
                : lower.matches(".*(sess|sid).*") ? "session-bearing" : "preference";
    }

    /** As a regular expression for just this name. */
    private static String escaped(String name) {
        return name.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
    }

    /** A YAML scalar, whatever the text. */
    private static String quoted(String text) {
        return "'" + oneLine(text).replace("'", "''") + "'";
    }

    private static String comment(String text) {
        String line = oneLine(text);
        return line.length() > 160 ? line.substring(0, 160) + " …" : line;
    }

    /** Whatever would end a line, or is not for the eye. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u0085\\u2028\\u2029\\ufffe\\uffff]+", " ");
    }
}
