package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.target.process.Certificates;
import org.cookieproof.target.process.HostProbe;
import org.cookieproof.target.process.LeashedProcess;
import org.cookieproof.target.process.ProcessDirectory;
import org.cookieproof.target.process.ServiceLife;
import org.cookieproof.target.process.Startup;
import org.jspecify.annotations.Nullable;

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
    private final ServiceLife life;

    private List<MediaWikiAccount> accounts = List.of();
    private Ports ports = new Ports(0, 0);
    private @Nullable LeashedProcess php;

    private MediaWikiServer(Path directory, MediaWikiSettings settings, Programs programs) {
        this.settings = settings;
        this.directory = new ProcessDirectory(directory, settings.patience());
        this.wiki = new WikiDirectory(this.directory, programs.php(), settings, new SecureRandom());
        InstantSource clock = InstantSource.system();
        this.processes = new WikiProcesses(
                wiki, this.directory, programs, new Startup(this.directory, settings.patience(), clock));
        this.life = new ServiceLife("mediawiki", this.directory);
        this.certificates = Certificates.forHosts("MediaWiki", settings.family().hosts(), clock.instant());
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
        server.life.begin(server::startAll);
        return server;
    }

    private void startAll() throws IOException {
        Optional<Redis> redis = settings.variant().sessions() == MediaWikiVariant.SessionPlace.REDIS
                ? Optional.of(processes.startRedis())
                : Optional.empty();
        wiki.writeSettings(redis);
        wiki.install();
        accounts = wiki.furnish();
        certificates.writeTo(directory.path());
        php = processes.startPhp();
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

    /**
     * Ends all sessions of these users on every wiki, and what is remembered of them. As shipped, PHP's shared memory has
     * the sessions, and a copy of each user's token that no maintenance script can reach: PHP begins anew, and with that
     * other users lose the sessions that are not remembered.
     */
    synchronized void endSessions(List<String> users) throws IOException {
        wiki.resetTokens(users);
        php = processes.restartPhp(Objects.requireNonNull(php, "not started"), ports, this::allAnswer);
    }

    /** Stops the wikis and deletes their directory. A second call does nothing. */
    @Override
    public void close() {
        life.close();
    }
}
