package org.cookieproof.doctor;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a server showed when TLS was opened with it, whether or not it is to be trusted.
 *
 * @param protocol as the JDK names it: {@code TLSv1.3}
 * @param chain    as sent, the server's own certificate first
 * @param distrust why the chain does not verify against the target's trust; empty when it does
 */
record Handshake(String protocol, List<X509Certificate> chain, Optional<String> distrust) {

    Handshake {
        Objects.requireNonNull(protocol);
        chain = List.copyOf(chain);
        Objects.requireNonNull(distrust);
    }
}
