package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cookieproof.target.process.Certificates;
import org.cookieproof.target.process.HostProbe;
import org.cookieproof.target.process.Ports;
import org.cookieproof.target.process.ProcessDirectory;

/**
 * A family of wikis of Debian's MediaWiki, served by their own nginx and PHP-FPM on loopback, over http and https.
 *
 * <p>Requests come with {@code Host:} and without port: a proxy in front maps the hosts' ports 80 and 443 to
 * {@link #ports}. Articles are at {@code /wiki/}, scripts at {@code /w/}; the pages {@code Main_Page} and {@code Sandbox} exist. The
 * accounts have no mail address, no edits and the default rights.
 */
final class MediaWikiServer implements AutoCloseable {

    private final MediaWikiSettings settings;
    private final ProcessDirectory directory;
    private final WikiDirectory wiki;
    private final WikiProcesses processes;
    private final Certificates certificates;
    private final Thread atShutdown = new Thread(this::stopAtShutdown, "mediawiki-stop");

    private List<MediaWikiAccount> accounts = List.of();
    private Ports ports = new Ports(0, 0);
    private boolean closed;

    private MediaWikiServer(Path directory, MediaWikiSettings settings, Programs programs) {
        this.settings = settings;
        this.directory = new ProcessDirectory(directory, settings.patience());
        this.wiki = new WikiDirectory(this.directory, programs.php(), settings, new SecureRandom());
        this.processes = new WikiProcesses(wiki, this.directory, programs, settings.patience());
        this.certificates = Certificates.forHosts("MediaWiki", settings.family().hosts(), Instant.now());
    }

    /**
     * Installs the wikis and starts them; a few seconds. Returns when each has answered.
     *
     * @param directory is made, or is empty; {@link #close} deletes it. Nothing is written anywhere else.
     * @throws IOException if something is not installed, with the command to get it; or if a wiki does not come up, with
     *     the end of the log that says why. The directory then stays, for its logs.
     */
    static MediaWikiServer start(Path directory, MediaWikiSettings settings) throws IOException {
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
                server.processes.stop();
            }
        }
    }

    private void startAll() throws IOException {
        Optional<Redis> redis = settings.variant().sessions() == MediaWikiVariant.SessionPlace.REDIS
                ? Optional.of(processes.startRedis())
                : Optional.empty();
        wiki.writeSettings(redis);
        wiki.install();
        accounts = wiki.furnish();
        certificates.writeTo(directory.path());
        processes.startPhp();
        ports = processes.startNginx(this::allAnswer);
    }

    private boolean allAnswer(Ports at) throws IOException {
        for (Wiki each : settings.family().wikis()) {
            // The API: with $wgForceHTTPS a page would be redirected.
            boolean answers = new HostProbe(each.host(), at.http())
                    .finds(
                            "/w/api.php?action=query&meta=siteinfo&format=json",
                            "\"wikiid\":\"" + each.database() + "\"",
                            settings.patience());
            if (!answers) {
                return false;
            }
        }
        return true;
    }

    /** Whether all wikis answer; asks their APIs, as a client would. */
    boolean healthy() {
        try {
            return allAnswer(ports);
        } catch (IOException e) {
            return false; // not reachable: that is what was asked
        }
    }

    /** Where http and https of all hosts are, on loopback. */
    Ports ports() {
        return ports;
    }

    /** What signed the certificate of the https port; in no store of the machine. */
    X509Certificate certificateAuthority() {
        return certificates.authority();
    }

    /** The accounts that tests may log in to, change and block; the same on all wikis. */
    List<MediaWikiAccount> accounts() {
        return accounts;
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
        processes.stop();
        try {
            directory.delete();
        } catch (IOException e) {
            // Nobody is left to tell; the directory is the caller's own and may be deleted by hand.
        }
    }

    /** Stops the wikis and deletes their directory. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!unhook()) {
            return; // the hook does the same
        }
        processes.stop();
        try {
            directory.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("the wikis' directory cannot be deleted: " + directory.path(), e);
        }
    }
}
