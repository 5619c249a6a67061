package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.cookieproof.target.Account;
import org.cookieproof.target.process.Certificates;
import org.cookieproof.target.process.LeashedProcess;
import org.cookieproof.target.process.ProcessDirectory;
import org.cookieproof.target.process.ServiceLife;
import org.cookieproof.target.process.Startup;
import org.jspecify.annotations.Nullable;

/**
 * One Keycloak with its relying parties, on loopback and over https only. Requests come with {@code Host:} and without
 * port: a proxy in front maps each host's port 443 to {@link #portOf}.
 *
 * <p>Whoever is signed in at Keycloak is signed in at a relying party by asking for its {@code /members}; a log-out at
 * one ends the session at Keycloak, which tells the others (OpenID Connect Back-Channel Logout).
 */
final class KeycloakServer implements AutoCloseable {

    private static final int ACCOUNTS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String DISCOVERY = "/realms/cookieproof/.well-known/openid-configuration";

    private final KeycloakSites sites;
    private final SessionLifespans lifespans;
    private final Distribution distribution;
    private final RelyingParties parties;
    private final ProcessDirectory directory;
    private final Certificates certificates;
    private final TlsProbe probe;
    private final SecureRandom random = new SecureRandom();
    private final Realm realm;
    private final Account administrator;
    private final Startup startup;
    private final ServiceLife life;

    private Ports ports = new Ports(0, 0);
    private @Nullable LeashedProcess apache;

    private KeycloakServer(
            Path directory,
            KeycloakSites sites,
            SessionLifespans lifespans,
            Distribution distribution,
            RelyingParties parties) {
        this.sites = sites;
        this.lifespans = lifespans;
        this.distribution = distribution;
        this.parties = parties;
        this.directory = new ProcessDirectory(directory, PATIENCE);
        InstantSource clock = InstantSource.system();
        this.startup = new Startup(this.directory, PATIENCE, clock);
        this.life = new ServiceLife("keycloak", this.directory);
        List<String> names = new ArrayList<>(sites.all());
        names.add("127.0.0.1"); // as the servers and the probe ask each other
        this.certificates = Certificates.forHosts("Keycloak", names, clock.instant());
        this.probe = new TlsProbe(certificates.authority(), PATIENCE);
        this.realm = Realm.random(sites, ACCOUNTS, random);
        this.administrator = new Account("administrator", Realm.secret(random));
    }

    /**
     * Starts everything; 15 to 20 s on two cores, after the first time. Returns when both servers have answered.
     *
     * @param directory is made, or is empty; {@link #close} deletes it
     * @param progress  told what is waited for, where something has to be fetched
     * @throws IOException if something is not installed and cannot be had, with how to get it; or if a server does not
     *     come up, with the end of its log. The directory then stays, for its logs.
     */
    static KeycloakServer start(
            Path directory, KeycloakSites sites, SessionLifespans lifespans, Consumer<String> progress)
            throws IOException {
        RelyingParties parties = RelyingParties.installed();
        KeycloakServer server = new KeycloakServer(directory, sites, lifespans, Distribution.get(progress), parties);
        server.directory.create();
        server.life.begin(server::startAll);
        return server;
    }

    private void startAll() throws IOException {
        certificates.writeTo(directory.path());
        Files.writeString(directory.resolve("authority.pem"), pem(certificates.authority()));
        // No name service knows these; Keycloak alone asks for parties by name.
        Files.writeString(directory.resolve("hosts"), "127.0.0.1 localhost " + String.join(" ", sites.all()) + "\n");
        // Keycloak looks for its program below its home, and writes beside it.
        Files.createSymbolicLink(directory.resolve("lib"), distribution.path().resolve("lib"));
        for (String name : List.of("conf", "providers", "themes", "tmp")) {
            Files.createDirectory(directory.resolve(name));
        }
        ports = startup.onFreePorts("Keycloak", Ports::free, this::startBoth);
    }

    private Startup.Probe startBoth(Ports free) throws IOException {
        realm.writeTo(directory, free.party(), lifespans.central());
        parties.configure(directory, sites, realm, Realm.secret(random), lifespans.site(), free);
        directory.start(
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
                        "--https-port=" + free.keycloak(),
                        "--https-certificate-file=certificate.pem",
                        "--https-certificate-key-file=key.pem",
                        "--hostname=https://" + sites.identityProvider(),
                        // Relying parties ask it at its address, and are told further addresses of the same kind.
                        "--hostname-backchannel-dynamic=true",
                        "--truststore-paths=authority.pem"));
        apache = parties.start(directory);
        return () ->
                partiesAnswer(free) && !probe.get(free.keycloak(), DISCOVERY).isEmpty();
    }

    private boolean partiesAnswer(Ports at) throws IOException {
        return !probe.get(at.party(), "/robots.txt").isEmpty();
    }

    private Map<String, String> bootstrap() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", administrator.name(),
                "KC_BOOTSTRAP_ADMIN_PASSWORD", administrator.password());
    }

    /**
     * Ends sessions at Keycloak and at the parties.
     *
     * @param of empty for everybody's
     */
    void endSessions(Optional<Account> of) throws IOException {
        AdminApi admin = new AdminApi(probe, ports.keycloak(), administrator);
        if (of.isPresent()) {
            admin.logOut(of.get());
        } else {
            admin.logOutAll();
            forgetAtParties();
        }
    }

    /** Has the parties begin anew, with no session: they keep them in memory. Keycloak's go on. */
    synchronized void forgetAtParties() throws IOException {
        directory.end(Objects.requireNonNull(apache, "not started"));
        LeashedProcess anew = parties.start(directory);
        apache = anew;
        if (!startup.awaitAnswer("Apache", List.of(anew), () -> partiesAnswer(ports))) {
            throw new IOException("another program took the port of the relying parties while they restarted");
        }
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

    /** Where https://host/ is, on loopback. */
    int portOf(String host) {
        return host.equals(sites.identityProvider()) ? ports.keycloak() : ports.party();
    }

    /** What signed the certificate of both servers; in no store of the machine. */
    X509Certificate certificateAuthority() {
        return certificates.authority();
    }

    List<Account> accounts() {
        return realm.accounts();
    }

    /** Stops both servers and deletes their directory. A second call does nothing. */
    @Override
    public void close() {
        life.close();
    }
}
