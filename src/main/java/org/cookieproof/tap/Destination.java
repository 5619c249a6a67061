package org.cookieproof.tap;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** Reads from a proxy request where it is to go. */
final class Destination {

    private Destination() {}

    /**
     * The URL of a request other than CONNECT.
     *
     * @param tunnel where the connection's CONNECT leads; null outside a tunnel
     * @return null when the request does not say where it is to go, or says another place than its tunnel
     */
    static @Nullable Url of(HttpRequest request, @Nullable Endpoint tunnel) {
        String uri = request.uri();
        try {
            if (tunnel != null && uri.startsWith("/")) {
                return Url.of(tunnel.scheme(), tunnel.host(), uri);
            }
            Url url = uri.toLowerCase(Locale.ROOT).startsWith("http") ? Url.parse(uri) : null;
            return url == null || tunnel == null || tunnel.equals(endpoint(url)) ? url : null;
        } catch (IllegalArgumentException notAUrl) {
            return null;
        }
    }

    /** Where a CONNECT wants to go; the scheme follows from the port, since a tunnel does not tell. */
    static @Nullable Url ofConnect(HttpRequest request) {
        String authority = request.uri();
        int colon = authority.lastIndexOf(':');
        try {
            int port = Integer.parseInt(authority.substring(colon + 1));
            Scheme scheme = port == Scheme.HTTP.defaultPort() ? Scheme.HTTP : Scheme.HTTPS;
            return new Url(scheme, authority.substring(0, Math.max(0, colon)), port, "/");
        } catch (IllegalArgumentException notAnAuthority) {
            return null;
        }
    }

    /** The endpoint of this URL; null when its port is not the scheme's own, where no target listens. */
    static @Nullable Endpoint endpoint(Url url) {
        return url.port() == url.scheme().defaultPort() ? new Endpoint(url.scheme(), url.host()) : null;
    }

    /** As a refusal names it: the host, with its port where that is not the scheme's own. */
    static String name(Url url) {
        return url.port() == url.scheme().defaultPort() ? url.host() : url.host() + ":" + url.port();
    }
}
