package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The directory of one wiki: its database, its settings and its accounts. The program itself is Debian's, run where it
 * is.
 */
final class WikiDirectory {

    private static final Path PROGRAM = Path.of("/usr/share/mediawiki");

    private final Path path;
    private final Path php;
    private final MediaWikiSettings settings;
    private final SecureRandom random;

    WikiDirectory(Path path, Path php, MediaWikiSettings settings, SecureRandom random) {
        this.path = path.toAbsolutePath().normalize();
        this.php = php;
        this.settings = settings;
        this.random = random;
    }

    Path path() {
        return path;
    }

    /**
     * Makes the directory, empty but for what the servers find there.
     *
     * @throws IOException if it exists and is not empty: what is in it is not ours to overwrite
     */
    void create() throws IOException {
        // It is written into the configuration of nginx, PHP-FPM and PHP, each with quoting rules of its own.
        if (!path.toString().matches("[\\p{L}\\p{N} /._+@:,=~-]+")) {
            throw new IOException("this directory's name cannot be written into nginx's configuration: " + path);
        }
        Files.createDirectories(path);
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new IOException("the wiki's directory is not empty: " + path);
            }
        }
        // Passwords, session ids and a private key come to lie in it.
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        for (String directory : List.of("data", "cache", "tmp")) {
            Files.createDirectory(path.resolve(directory));
        }
        write("leash.sh", Map.of());
        write("settings.php", Map.of());
        write("accounts.php", Map.of());
    }

    /** Deletes the directory with all that is in it. */
    void delete() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(path)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    /** Writes a configuration file from its template. */
    void write(String template, Map<String, String> values) throws IOException {
        Files.writeString(path.resolve(template), Template.named(template).filled(values));
    }

    /** What the configurations of the servers need to know of the wiki. */
    Map<String, String> places() {
        return Map.of(
                "directory", path.toString(),
                "mediawiki", PROGRAM.toString(),
                "host", settings.host(),
                "workers", Integer.toString(settings.workers()));
    }

    /** Runs MediaWiki's own installer; it writes {@code LocalSettings.php}, which our settings then amend. */
    void install() throws IOException {
        Path password = path.resolve("administrator");
        Files.writeString(password, password());
        run(
                "install.log",
                // The machine's own wiki must not be found; the installer refuses if there seems to be one.
                "/nonexistent",
                "",
                List.of(
                        PROGRAM.resolve("maintenance/install.php").toString(),
                        "--dbtype=sqlite",
                        "--dbpath=" + path.resolve("data"),
                        "--dbname=enwiki",
                        // Without a scheme: links and redirects keep the one of the request.
                        "--server=//" + settings.host(),
                        "--scriptpath=/w",
                        "--lang=en",
                        "--passfile=" + password,
                        "--confpath=" + path,
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
                "accounts.log",
                path.resolve("settings.php").toString(),
                lines,
                List.of(path.resolve("accounts.php").toString()));
        return accounts;
    }

    private void run(String logName, String configuration, String input, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(php.toString());
        command.add("-dsys_temp_dir=" + path.resolve("tmp"));
        command.addAll(arguments);
        LogFile log = new LogFile(path.resolve(logName));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(path.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.path().toFile());
        builder.environment().put("MW_CONFIG_FILE", configuration);
        builder.environment().put("MW_INSTALL_PATH", PROGRAM.toString());
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        ProcessEnd.ofCommand(process, settings.patience(), arguments.get(0), log);
    }

    private String password() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
