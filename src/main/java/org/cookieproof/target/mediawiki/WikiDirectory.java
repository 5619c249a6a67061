package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cookieproof.target.process.ProcessDirectory;
import org.cookieproof.target.process.Template;

/**
 * The directory of one wiki: its database, its settings and its accounts. The program itself is Debian's, run where it
 * is.
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
        write("settings.php", Map.of());
        write("accounts.php", Map.of());
    }

    /** Writes a configuration file from its template. */
    void write(String template, Map<String, String> values) throws IOException {
        directory.write(Template.of(WikiDirectory.class, template), values);
    }

    /** What the configurations of the servers need to know of the wiki. */
    Map<String, String> places() {
        return Map.of(
                "directory", directory.path().toString(),
                "mediawiki", PROGRAM.toString(),
                "host", settings.host(),
                "workers", Integer.toString(settings.workers()));
    }

    /** Runs MediaWiki's own installer; it writes {@code LocalSettings.php}, which our settings then amend. */
    void install() throws IOException {
        Path password = directory.resolve("administrator");
        Files.writeString(password, password());
        run(
                "install.php",
                // The machine's own wiki must not be found; the installer refuses if there seems to be one.
                "/nonexistent",
                "",
                List.of(
                        PROGRAM.resolve("maintenance/install.php").toString(),
                        "--dbtype=sqlite",
                        "--dbpath=" + directory.resolve("data"),
                        "--dbname=enwiki",
                        // Without a scheme: links and redirects keep the one of the request.
                        "--server=//" + settings.host(),
                        "--scriptpath=/w",
                        "--lang=en",
                        "--passfile=" + password,
                        "--confpath=" + directory.path(),
                        "--skins=Vector",
                        "Cookieproof",
                        "Administrator"));
        Files.delete(password);
    }

    /** Makes the accounts, with a random password each. */
    List<MediaWikiAccount> createAccounts() throws IOException {
        List<MediaWikiAccount> accounts = IntStream.rangeClosed(1, settings.accounts())
                .mapToObj(n -> new MediaWikiAccount("Persona " + n, password()))
                .toList();
        String lines = accounts.stream()
                .map(account -> account.name() + "\t" + account.password() + "\n")
                .collect(Collectors.joining());
        run(
                "accounts.php",
                directory.resolve("settings.php").toString(),
                lines,
                List.of(directory.resolve("accounts.php").toString()));
        return accounts;
    }

    private void run(String name, String configuration, String input, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(php.toString());
        command.add("-dsys_temp_dir=" + directory.resolve("tmp"));
        command.addAll(arguments);
        directory.run(
                name, Map.of("MW_CONFIG_FILE", configuration, "MW_INSTALL_PATH", PROGRAM.toString()), input, command);
    }

    private String password() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
