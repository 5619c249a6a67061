package org.cookieproof.tap;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.http.Endpoint;

/**
 * What one run's tap is put in front of.
 *
 * @param upstreams     where each of the target's hosts really listens; nothing else is forwarded to
 * @param upstreamTrust what upstream TLS is verified against, together with the asked host's name (never the address);
 *                      empty means the JDK's own trust store
 * @param directory     an existing directory of the run, for {@code ca.pem}
 * @param bodyLimit     how many octets of each body are kept, also after content decoding
 * @param patience      how long one exchange may take, first octet to last, before it is ended as failed
 * @param bounds    of each cell
 * @param added     fields put into requests to some of the hosts
 * @param rateLimit of all requests that go to the target; empty for none
 * @param listen    the address of this machine on which user agents find the tap
 */
public record TapSettings(
        Map<Endpoint, InetSocketAddress> upstreams,
        List<X509Certificate> upstreamTrust,
        Path directory,
        long bodyLimit,
        Duration patience,
        Bounds bounds,
        List<AddedHeader> added,
        Optional<RateLimit> rateLimit,
        InetAddress listen) {

    public TapSettings {
        upstreams = Map.copyOf(upstreams);
        upstreamTrust = List.copyOf(upstreamTrust);
        Objects.requireNonNull(directory);
        Objects.requireNonNull(patience);
        Objects.requireNonNull(bounds);
        added = List.copyOf(added);
        Objects.requireNonNull(rateLimit);
        Objects.requireNonNull(listen);
        if (bodyLimit < 0 || bodyLimit > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("body limit out of range: " + bodyLimit);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be positive: " + patience);
        }
    }

    /** With a minute's patience for each exchange. */
    public TapSettings(
            Map<Endpoint, InetSocketAddress> upstreams,
            List<X509Certificate> upstreamTrust,
            Path directory,
            long bodyLimit) {
        this(upstreams, upstreamTrust, directory, bodyLimit, Duration.ofMinutes(1));
    }

    /** With the usual bounds. */
    public TapSettings(
            Map<Endpoint, InetSocketAddress> upstreams,
            List<X509Certificate> upstreamTrust,
            Path directory,
            long bodyLimit,
            Duration patience) {
        this(upstreams, upstreamTrust, directory, bodyLimit, patience, Bounds.USUAL);
    }

    /** On loopback, with requests as the user agent sends them, and when. */
    public TapSettings(
            Map<Endpoint, InetSocketAddress> upstreams,
            List<X509Certificate> upstreamTrust,
            Path directory,
            long bodyLimit,
            Duration patience,
            Bounds bounds) {
        this(
                upstreams,
                upstreamTrust,
                directory,
                bodyLimit,
                patience,
                bounds,
                List.of(),
                Optional.empty(),
                InetAddress.getLoopbackAddress());
    }

    public TapSettings adding(List<AddedHeader> headers) {
        return new TapSettings(
                upstreams, upstreamTrust, directory, bodyLimit, patience, bounds, headers, rateLimit, listen);
    }

    public TapSettings limitedBy(Optional<RateLimit> limit) {
        return new TapSettings(upstreams, upstreamTrust, directory, bodyLimit, patience, bounds, added, limit, listen);
    }

    /** For user agents on other machines; whoever reaches the address can send requests to the target through it. */
    public TapSettings listeningOn(InetAddress address) {
        return new TapSettings(
                upstreams, upstreamTrust, directory, bodyLimit, patience, bounds, added, rateLimit, address);
    }
}
