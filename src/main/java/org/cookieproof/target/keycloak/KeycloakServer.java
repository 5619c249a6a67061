package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.cookieproof.target.Account;
import org.cookieproof.target.process.Certificates;
import org.cookieproof.target.process.LeashedProcess;
import org.cookieproof.target.process.ProcessDirectory;
import org.jspecify.annotations.Nullable;

/**
 * One Keycloak with its relying parties, on loopback and over https only. Requests come with {@code Host:} and without
 * port: a proxy in front maps each host's port 443 to {@link #portOf}.
 *
 * <p>Whoever is signed in at Keycloak is signed in at a relying party by asking for its {@code /members}; a log-out at
 * one ends the session at Keycloak, which tells the others (OpenID Connect Back-Channel Logout).
 */
public final class KeycloakServer implements AutoCloseable {

    private static final int ACCOUNTS = 16;
    private static final int PORT_ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final String DISCOVERY = "/realms/cookieproof/.well-known/openid-configuration";

    private final KeycloakSites sites;
    private final Distribution distribution;
    private final RelyingParties parties;
    private final ProcessDirectory directory;
    private final Certificates certificates;
    private final TlsProbe probe;
    private final SecureRandom random = new SecureRandom();
    private final Realm realm;
    private final Account administrator;
    private final Thread atShutdown = new Thread(this::stopAtShutdown, "keycloak-stop");
    /** The last started first, which is the order of their end; the shutdown hook may come while others start. */
    private final Deque<LeashedProcess> processes = new ConcurrentLinkedDeque<>();

    private Ports ports = new Ports(0, 0);
    private @Nullable LeashedProcess apache;
    private boolean closed;

    private KeycloakServer(Path directory, KeycloakSites sites, Distribution distribution, RelyingParties parties) {
        this.sites = sites;
        this.distribution = distribution;
        this.parties = parties;
        this.directory = new ProcessDirectory(directory, PATIENCE);
        List<String> names = new ArrayList<>(sites.all());
        names.add("127.0.0.1"); // as the servers and the probe ask each other
        this.certificates = Certificates.forHosts("Keycloak", names, Instant.now());
        this.probe = new TlsProbe(certificates.authority(), PATIENCE);
        this.realm = Realm.random(sites, ACCOUNTS, random);
        this.administrator = new Account("administrator", Realm.secret(random));
    }

    /**
     * Starts everything; 8 to 25 s after the first time. Returns when both servers have answered.
     *
     * @param directory is made, or is empty; {@link #close} deletes it
     * @param progress  told what is waited for, where something has to be fetched
     * @throws IOException if something is not installed and cannot be had, with how to get it; or if a server does not
     *     come up, with the end of its log. The directory then stays, for its logs.
     */
    public static KeycloakServer start(Path directory, KeycloakSites sites, Consumer<String> progress)
            throws IOException {
        RelyingParties parties = RelyingParties.installed();
        KeycloakServer server = new KeycloakServer(directory, sites, Distribution.get(progress), parties);
        server.directory.create();
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
        certificates.writeTo(directory.path());
        Files.writeString(directory.resolve("authority.pem"), pem(certificates.authority()));
        // No name service knows these; Keycloak alone asks for parties by name.
        StringBuilder hosts = new StringBuilder(
                "127.0.0.1 localhost " + InetAddress.getLocalHost().getHostName());
        sites.all().forEach(host -> hosts.append(' ').append(host));
        Files.writeString(directory.resolve("hosts"), hosts.append('\n'));
        // Keycloak looks for its program below its home, and writes beside it.
        Files.createSymbolicLink(directory.resolve("lib"), distribution.path().resolve("lib"));
        for (String name : List.of("conf", "providers", "themes")) {
            Files.createDirectory(directory.resolve(name));
        }
        for (int attempt = 1; !startBoth(); attempt++) {
            if (attempt == PORT_ATTEMPTS) {
                throw new IOException("no two ports stayed free for Keycloak and Apache");
            }
        }
    }

    /** @return false if another program took one of the ports meanwhile */
    private boolean startBoth() throws IOException {
        var free = org.cookieproof.target.process.Ports.free();
        ports = new Ports(free.http(), free.https());
        realm.writeTo(directory, ports.party());
        parties.configure(directory, sites, realm, Realm.secret(random), ports);
        LeashedProcess keycloak = directory.start(
                "keycloak.log",
                bootstrap(),
                distribution.command(
                        directory.path(),
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=false",
                        "--http-host=127.0.0.1",
                        "--https-port=" + ports.keycloak(),
                        "--https-certificate-file=certificate.pem",
                        "--https-certificate-key-file=key.pem",
                        "--hostname=https://" + sites.identityProvider(),
                        // Relying parties ask it at its address, and are told further addresses of the same kind.
                        "--hostname-backchannel-dynamic=true",
                        "--truststore-paths=authority.pem"));
        processes.push(keycloak);
        return startParties() && answers(keycloak, ports.keycloak(), DISCOVERY);
    }

    private boolean startParties() throws IOException {
        LeashedProcess started = parties.start(directory);
        processes.push(started);
        apache = started;
        return answers(started, ports.party(), "/robots.txt");
    }

    private Map<String, String> bootstrap() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", administrator.name(),
                "KC_BOOTSTRAP_ADMIN_PASSWORD", administrator.password());
    }

    /**
     * Ends sessions at Keycloak, and so at the parties.
     *
     * @param of empty for everybody's
     */
    void endSessions(Optional<Account> of) throws IOException {
        AdminApi admin = new AdminApi(probe, ports.keycloak(), administrator);
        if (of.isPresent()) {
            admin.logOut(of.get());
        } else {
            admin.logOutAll();
        }
    }

    /** Has the parties begin anew, with no session; Keycloak's go on. */
    synchronized void forgetAtParties() throws IOException {
        LeashedProcess before = Objects.requireNonNull(apache, "not started");
        before.close();
        processes.remove(before);
        if (!startParties()) {
            throw new IOException("another program took the port of the relying parties while they restarted");
        }
    }

    /** Waits for a server's first answer. @return false if its port is another's */
    private boolean answers(LeashedProcess process, int port, String path) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        IOException lastFailure = new IOException("no answer yet");
        while (Instant.now().isBefore(deadline)) {
            if (process.endsWithin(BETWEEN_PROBES)) {
                // Apache's words, and the JDK's.
                if (process.log().contains("ddress already in use")) {
                    stop();
                    return false;
                }
                throw new IOException(
                        "a server ended instead of starting; " + process.log().tail(), lastFailure);
            }
            try {
                probe.get(port, path);
                return true;
            } catch (IOException e) {
                lastFailure = e;
            }
        }
        throw new IOException(
                "no answer within " + PATIENCE.toSeconds() + " s; "
                        + process.log().tail(),
                lastFailure);
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("a certificate just made cannot be encoded", e);
        }
    }

    /** Whether both servers answer. */
    public boolean healthy() {
        try {
            probe.get(ports.party(), "/robots.txt");
            return probe.get(ports.keycloak(), DISCOVERY).contains(sites.identityProvider());
        } catch (IOException e) {
            return false; // not reachable: that is what was asked
        }
    }

    /** Where https://host/ is, on loopback. */
    public int portOf(String host) {
        return host.equals(sites.identityProvider()) ? ports.keycloak() : ports.party();
    }

    /** What signed the certificate of both servers; in no store of the machine. */
    public X509Certificate certificateAuthority() {
        return certificates.authority();
    }

    public List<Account> accounts() {
        return realm.accounts();
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

    /** Stops both servers and deletes their directory. A second call does nothing. */
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
            throw new UncheckedIOException("Keycloak's directory cannot be deleted: " + directory.path(), e);
        }
    }
}
