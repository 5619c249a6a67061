package org.cookieproof.target.keycloak;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.Account;
import org.cookieproof.target.Control;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetControl;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetProvider;
import org.cookieproof.target.TargetUnavailableException;

/** Starts Keycloak and a relying party for each other site, in a directory of their own. */
@AutoService(TargetProvider.class)
public final class KeycloakTargetProvider implements TargetProvider {

    @Override
    public String id() {
        return "keycloak";
    }

    /** None: nobody here wrote it. Regressions are injected at the tap. */
    @Override
    public Set<String> switches() {
        return Set.of();
    }

    @Override
    public Set<Control> controls() {
        return Set.of(Control.RESET_SESSIONS, Control.ADVANCE_CLOCK);
    }

    @Override
    public RunningTarget start(
            TargetDefinition definition, Map<String, String> settings, Map<String, String> switches, Path scratch) {
        try {
            return new RunningKeycloak(
                    definition,
                    KeycloakServer.start(
                            scratch,
                            sites(definition.sites()),
                            SessionLifespans.of(settings),
                            KeycloakTargetProvider::tell));
        } catch (IOException | IllegalArgumentException e) {
            throw new TargetUnavailableException("Keycloak cannot be started: " + e.getMessage(), e);
        }
    }

    /** On stderr, as all progress: the first start fetches for a minute, and whoever waits wants to know for what. */
    private static void tell(String line) {
        System.err.println("cookieproof: " + line);
    }

    private static KeycloakSites sites(Sites sites) {
        String central = sites.host(Role.CENTRAL)
                .orElseThrow(() -> new IllegalArgumentException("its target file names no site 'central'"));
        return new KeycloakSites(
                central,
                sites.hosts().values().stream()
                        .filter(host -> !host.equals(central))
                        .filter(host ->
                                sites.host(Role.FOREIGN).filter(host::equals).isEmpty())
                        .toList(),
                sites.host(Role.FOREIGN).stream().toList());
    }

    private record RunningKeycloak(TargetDefinition definition, KeycloakServer server) implements RunningTarget {

        /** Over https alone: nothing listens for plain http. */
        @Override
        public Map<Endpoint, InetSocketAddress> addresses() {
            Map<Endpoint, InetSocketAddress> addresses = new HashMap<>();
            definition
                    .sites()
                    .hosts()
                    .values()
                    .forEach(host -> addresses.put(
                            new Endpoint(Scheme.HTTPS, host),
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.portOf(host))));
            return addresses;
        }

        @Override
        public List<X509Certificate> trust() {
            return List.of(server.certificateAuthority());
        }

        @Override
        public List<Account> accounts() {
            return server.accounts();
        }

        @Override
        public Optional<TargetControl> control() {
            return Optional.of(new KeycloakControl(server));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
