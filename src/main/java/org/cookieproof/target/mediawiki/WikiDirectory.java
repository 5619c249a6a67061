package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cookieproof.target.process.ProcessDirectory;
import org.cookieproof.target.process.Template;

/**
 * The directory of one family: each wiki's database, the settings and the accounts. The program itself is Debian's, run
 * where it is.
 */
final class WikiDirectory {

    private static final Path PROGRAM = Path.of("/usr/share/mediawiki");

    private final ProcessDirectory directory;
    private final Path php;
    private final MediaWikiSettings settings;
    private final SecureRandom random;

    WikiDirectory(ProcessDirectory directory, Path php, MediaWikiSettings settings, SecureRandom random) {
        this.directory = directory;
        this.php = php;
        this.settings = settings;
        this.random = random;
    }

    /** Makes the directory, empty but for what the servers find there. */
    void create() throws IOException {
        directory.create();
        for (String part : List.of("data", "cache", "tmp")) {
            Files.createDirectory(directory.resolve(part));
        }
        write("furnish.php", Map.of());
    }

    /** Writes a configuration file from its template. */
    void write(String template, Map<String, String> values) throws IOException {
        directory.write(Template.of(WikiDirectory.class, template), values);
    }

    /** Writes what amends the installer's settings. */
    void writeSettings(Optional<Redis> redis) throws IOException {
        Map<String, String> values = new HashMap<>(settings.variant().php(redis));
        values.put(
                "wikis",
                settings.family().wikis().stream()
                        .map(wiki -> "'" + wiki.host() + "' => '" + wiki.database() + "'")
                        .collect(Collectors.joining(", ")));
        write("settings.php", values);
    }

    /** What the configurations of the servers need to know of the wikis. */
    Map<String, String> places() {
        return Map.of(
                "directory",
                directory.path().toString(),
                "mediawiki",
                PROGRAM.toString(),
                "hosts",
                settings.family().wikis().stream().map(Wiki::host).collect(Collectors.joining(" ")),
                // nginx wants one; "" is the name of requests without a Host field.
                "canary",
                settings.family().canary().orElse("\"\""),
                "workers",
                Integer.toString(settings.workers()));
    }

    /**
     * Runs MediaWiki's own installer for the first wiki, and copies its database for the others: each is then as new,
     * and the installer's second is spent once. It writes {@code LocalSettings.php}, which our settings then amend.
     */
    void install() throws IOException {
        String database = settings.family().first().database();
        Path password = directory.resolve("administrator");
        Files.writeString(password, newPassword());
        try {
            install(database, password);
        } finally {
            Files.delete(password);
        }
        for (Wiki wiki : settings.family().wikis()) {
            for (String part : List.of("", "_jobqueue", "_l10n_cache")) {
                Path to = directory.resolve("data/" + wiki.database() + part + ".sqlite");
                if (!Files.exists(to)) {
                    Files.copy(directory.resolve("data/" + database + part + ".sqlite"), to);
                }
            }
        }
    }

    private void install(String database, Path password) throws IOException {
        run(
                "install.php",
                // The machine's own wiki must not be found; the installer refuses if there seems to be one.
                Map.of("MW_CONFIG_FILE", "/nonexistent"),
                "",
                List.of(
                        PROGRAM.resolve("maintenance/install.php").toString(),
                        "--dbtype=sqlite",
                        "--dbpath=" + directory.resolve("data"),
                        "--dbname=" + database,
                        "--server=//" + settings.family().first().host(),
                        "--scriptpath=/w",
                        "--lang=en",
                        "--passfile=" + password,
                        "--confpath=" + directory.path(),
                        "--skins=Vector",
                        "Cookieproof",
                        "Administrator"));
    }

    /** Makes the page Sandbox, and the accounts with a random password each, the same on every wiki. */
    List<MediaWikiAccount> furnish() throws IOException {
        List<MediaWikiAccount> accounts = IntStream.rangeClosed(1, settings.accounts())
                .mapToObj(n -> new MediaWikiAccount("Persona " + n, newPassword()))
                .toList();
        String lines = accounts.stream()
                .map(account -> account.name() + "\t" + account.password() + "\n")
                .collect(Collectors.joining());
        for (Wiki wiki : settings.family().wikis()) {
            run(
                    "furnish.php",
                    environmentOf(wiki),
                    lines,
                    List.of(directory.resolve("furnish.php").toString()));
        }
        return accounts;
    }

    /** Gives these users other tokens on every wiki, which is what sessions and what is remembered are checked against. */
    void resetTokens(List<String> users) throws IOException {
        Path names = directory.resolve("users-to-sign-out");
        Files.write(names, users);
        for (Wiki wiki : settings.family().wikis()) {
            run(
                    "invalidateUserSessions.php",
                    environmentOf(wiki),
                    "",
                    List.of(
                            PROGRAM.resolve("maintenance/invalidateUserSessions.php")
                                    .toString(),
                            "--file=" + names));
        }
        Files.delete(names);
    }

    private Map<String, String> environmentOf(Wiki wiki) {
        return Map.of(
                "MW_CONFIG_FILE", directory.resolve("settings.php").toString(),
                "COOKIEPROOF_WIKI", wiki.host());
    }

    private void run(String name, Map<String, String> environment, String input, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(php.toString());
        command.add("-dsys_temp_dir=" + directory.resolve("tmp"));
        command.addAll(arguments);
        Map<String, String> all = new HashMap<>(environment);
        all.put("MW_INSTALL_PATH", PROGRAM.toString());
        directory.run(name, all, input, command);
    }

    /** Of nobody else's making, and without a character that any configuration could read otherwise. */
    String newPassword() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
