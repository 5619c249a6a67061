package org.cookieproof.driver;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;

/**
 * The trust that a driver's sessions share. What they share with it is TLS resumption: it carries no state of HTTP, and
 * without it every cell would pay two full handshakes more.
 */
public final class CaTrusts {

    private final Map<X509Certificate, CaTrust> byCa = new HashMap<>();

    public CaTrust in(X509Certificate ca) {
        return byCa.computeIfAbsent(ca, CaTrust::in);
    }
}
