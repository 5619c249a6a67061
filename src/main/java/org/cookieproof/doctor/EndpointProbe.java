package org.cookieproof.doctor;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;

/**
 * A site over one scheme, as it was found.
 *
 * @param served  whether the target says that there is a server at all
 * @param tls     what was shown; empty over http, and where TLS could not be opened
 * @param tlsLack why TLS could not be opened
 * @param asked   the request for the site's root and what came of it; empty where it was not sent
 */
record EndpointProbe(
        Role role,
        String host,
        Scheme scheme,
        boolean served,
        Optional<Handshake> tls,
        Optional<String> tlsLack,
        Optional<Exchange> asked) {

    EndpointProbe {
        Objects.requireNonNull(role);
        Objects.requireNonNull(host);
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(tls);
        Objects.requireNonNull(tlsLack);
        Objects.requireNonNull(asked);
    }

    static EndpointProbe notServed(Role role, String host, Scheme scheme) {
        return new EndpointProbe(role, host, scheme, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Optional<Response> answer() {
        return asked.flatMap(Exchange::answer);
    }

    /** When the answer had come. */
    Optional<Instant> answeredAt() {
        return asked.map(e -> e.startedAt().plus(e.took()));
    }

    @Override
    public String toString() {
        return role + " " + scheme + "://" + host;
    }
}
