package org.cookieproof.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.run.Standing;

/**
 * What came of asking at every site of a target that was started, or reached, for it.
 *
 * @param accounts     how many people can sign in there
 * @param accountsLack why nobody can, where somebody should
 */
record SiteProbes(List<EndpointProbe> probes, int accounts, Optional<String> accountsLack) {

    /** For opening a connection, and for the answer to each of its reads. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    SiteProbes {
        probes = List.copyOf(probes);
    }

    static SiteProbes at(Standing standing) {
        HandshakeProbe probe = new HandshakeProbe(standing.trust(), PATIENCE);
        List<EndpointProbe> probes = new ArrayList<>();
        for (Role role : Role.values()) {
            standing.sites().entrySet().stream()
                    .filter(site -> site.getKey() == role)
                    .forEach(site -> Arrays.stream(Scheme.values())
                            .forEach(scheme -> probes.add(probed(standing, probe, role, site.getValue(), scheme))));
        }
        return new SiteProbes(probes, standing.accounts().size(), standing.accountsLack());
    }

    private static EndpointProbe probed(
            Standing standing, HandshakeProbe probe, Role role, String host, Scheme scheme) {
        InetSocketAddress address = standing.addresses().get(new Endpoint(scheme, host));
        if (address == null) {
            return EndpointProbe.notServed(role, host, scheme);
        }
        Optional<Handshake> tls = Optional.empty();
        if (scheme == Scheme.HTTPS) {
            try {
                tls = Optional.of(probe.shake(host, address));
            } catch (IOException e) {
                return new EndpointProbe(
                        role, host, scheme, true, tls, Optional.of(String.valueOf(e.getMessage())), Optional.empty());
            }
        }
        Exchange asked = standing.ask(Url.of(scheme, host, "/"));
        return new EndpointProbe(role, host, scheme, true, tls, Optional.empty(), Optional.of(asked));
    }
}
