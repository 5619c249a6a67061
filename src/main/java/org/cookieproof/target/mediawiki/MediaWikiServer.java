package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.cookieproof.target.process.Certificates;
import org.cookieproof.target.process.HostProbe;
import org.cookieproof.target.process.LeashedProcess;
import org.cookieproof.target.process.Ports;
import org.cookieproof.target.process.ProcessDirectory;

/**
 * A wiki of Debian's MediaWiki, served by its own nginx and PHP-FPM on loopback, over http and https.
 *
 * <p>Requests come with {@code Host:} and without port: a proxy in front maps the host's ports 80 and 443 to
 * {@link #httpPort} and {@link #httpsPort}. Articles are at {@code /wiki/}, scripts at {@code /w/}; the page
 * {@code Main_Page} exists. The accounts have no mail address, no edits and the default rights.
 */
public final class MediaWikiServer implements AutoCloseable {

    /** The wiki's page that always exists. */
    public static final String ARTICLE = "/wiki/Main_Page";

    private static final int PORT_ATTEMPTS = 4;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

    private final MediaWikiSettings settings;
    private final ProcessDirectory directory;
    private final WikiDirectory wiki;
    private final Programs programs;
    private final Certificates certificates;
    private final Thread atShutdown = new Thread(this::stopAtShutdown, "mediawiki-stop");
    /** The last started first, which is the order of their end; the shutdown hook may come while others start. */
    private final Deque<LeashedProcess> processes = new ConcurrentLinkedDeque<>();

    private List<MediaWikiAccount> accounts = List.of();
    private Ports ports = new Ports(0, 0);
    private boolean closed;

    private MediaWikiServer(Path directory, MediaWikiSettings settings, Programs programs) {
        this.settings = settings;
        this.programs = programs;
        this.directory = new ProcessDirectory(directory, settings.patience());
        this.wiki = new WikiDirectory(this.directory, programs.php(), settings, new SecureRandom());
        this.certificates = Certificates.forHosts("MediaWiki", List.of(settings.host()), Instant.now());
    }

    /**
     * Installs a wiki and starts it; about two seconds. Returns when it has served a page.
     *
     * @param directory is made, or is empty; {@link #close} deletes it. Nothing is written anywhere else.
     * @throws IOException if something is not installed, with the command to get it; or if the wiki does not come up,
     *     with the end of the log that says why. The directory then stays, for its logs.
     */
    public static MediaWikiServer start(Path directory, MediaWikiSettings settings) throws IOException {
        MediaWikiServer server = new MediaWikiServer(directory, settings, Programs.installed());
        server.wiki.create();
        Runtime.getRuntime().addShutdownHook(server.atShutdown);
        boolean started = false;
        try {
            server.startAll();
            started = true;
            return server;
        } finally {
            if (!started && server.unhook()) {
                server.stop();
            }
        }
    }

    private void startAll() throws IOException {
        wiki.install();
        accounts = wiki.createAccounts();
        certificates.writeTo(directory.path());
        wiki.write("php-fpm.conf", wiki.places());
        processes.push(leashed(
                "php-fpm.log",
                programs.phpFpm().toString(),
                "--nodaemonize",
                "--allow-to-run-as-root",
                "--prefix=.",
                "--fpm-config=php-fpm.conf"));
        for (int attempt = 1; !startNginx(); attempt++) {
            if (attempt == PORT_ATTEMPTS) {
                throw new IOException("no two ports stayed free for nginx");
            }
        }
    }

    /** Starts nginx and waits for the wiki. @return false if another program took one of the ports meanwhile */
    private boolean startNginx() throws IOException {
        ports = Ports.free();
        Map<String, String> values = new HashMap<>(wiki.places());
        values.put("httpPort", Integer.toString(ports.http()));
        values.put("httpsPort", Integer.toString(ports.https()));
        // As root, nginx would hand its workers to nobody, who may not enter the directory.
        values.put("user", "root".equals(System.getProperty("user.name")) ? "user root;" : "");
        wiki.write("nginx.conf", values);
        LeashedProcess nginx =
                leashed("nginx.log", programs.nginx().toString(), "-p", "./", "-e", "nginx.log", "-c", "nginx.conf");
        processes.push(nginx);
        Instant deadline = Instant.now().plus(settings.patience());
        IOException lastFailure = new IOException("no answer yet");
        while (Instant.now().isBefore(deadline)) {
            for (LeashedProcess process : processes) {
                if (process.endsWithin(Duration.ZERO)) {
                    if (process == nginx && nginx.log().contains("Address already in use")) {
                        processes.pop();
                        return false;
                    }
                    throw new IOException(
                            "MediaWiki did not start; " + process.log().tail(), lastFailure);
                }
            }
            try {
                if (probe(ARTICLE, "<html")) {
                    return true;
                }
                lastFailure = new IOException("its main page is not served");
            } catch (IOException e) {
                lastFailure = e;
            }
            nginx.endsWithin(BETWEEN_PROBES);
        }
        throw new IOException(
                "MediaWiki did not start within " + settings.patience().toSeconds() + " s; "
                        + nginx.log().tail(),
                lastFailure);
    }

    private LeashedProcess leashed(String log, String... command) throws IOException {
        return directory.start(log, Map.of(), List.of(command));
    }

    private boolean probe(String path, String text) throws IOException {
        return new HostProbe(settings.host(), ports.http()).finds(path, text, settings.patience());
    }

    /** Whether the wiki answers; asks its API, as a client would. */
    public boolean healthy() {
        try {
            return probe("/w/api.php?action=query&meta=siteinfo&format=json", "\"wikiid\":\"enwiki\"");
        } catch (IOException e) {
            return false; // not reachable: that is what was asked
        }
    }

    public String host() {
        return settings.host();
    }

    /** Where http://host/ is, on loopback. */
    public int httpPort() {
        return ports.http();
    }

    /** Where https://host/ is, on loopback. */
    public int httpsPort() {
        return ports.https();
    }

    /** What signed the certificate of the https port; in no store of the machine. */
    public X509Certificate certificateAuthority() {
        return certificates.authority();
    }

    /** The accounts that tests may log in to, change and block. */
    public List<MediaWikiAccount> accounts() {
        return accounts;
    }

    private synchronized void stop() {
        while (!processes.isEmpty()) {
            processes.pop().close();
        }
    }

    /** Takes the shutdown hook back. @return false if it is too late for that */
    private boolean unhook() {
        try {
            return Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException e) {
            return false; // as it says when the JVM is shutting down
        }
    }

    private void stopAtShutdown() {
        stop();
        try {
            directory.delete();
        } catch (IOException e) {
            // Nobody is left to tell; the directory is the caller's own and may be deleted by hand.
        }
    }

    /** Stops the wiki and deletes its directory. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!unhook()) {
            return; // the hook does the same
        }
        stop();
        try {
            directory.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("the wiki's directory cannot be deleted: " + directory.path(), e);
        }
    }
}
