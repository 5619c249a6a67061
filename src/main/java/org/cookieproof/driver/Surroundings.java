package org.cookieproof.driver;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user agent is put into.
 *
 * @param proxy    the HTTP proxy for every request, http and https alike; it resolves names itself
 * @param ca       what the user agent must trust, for real and in addition to nothing of the user's own
 * @param caPem    the same as a PEM file
 * @param home     a directory of the run, the same for all its cells: for what can be prepared once (an NSS database)
 * @param scratch  an empty directory of this cell: profile directory, HOME, jar files; the caller deletes it
 * @param headed   show the browser on the display
 * @param patience how long one action may take before the user agent counts as hung
 * @param restarts whether the session may be restarted: only then does it need a process and a profile on disk of its
 *                 own, where a driver could otherwise give it a fresh context of a process that it keeps warm
 * @param grid     where the user agent is to be had from a Selenium Grid; drivers that know none start one here
 */
public record Surroundings(
        InetSocketAddress proxy,
        X509Certificate ca,
        Path caPem,
        Path home,
        Path scratch,
        boolean headed,
        Duration patience,
        boolean restarts,
        Optional<Grid> grid) {

    public Surroundings {
        Objects.requireNonNull(proxy);
        Objects.requireNonNull(ca);
        Objects.requireNonNull(caPem);
        Objects.requireNonNull(home);
        Objects.requireNonNull(scratch);
        Objects.requireNonNull(patience);
        Objects.requireNonNull(grid);
    }

    /** For a user agent on this machine. */
    public Surroundings(
            InetSocketAddress proxy,
            X509Certificate ca,
            Path caPem,
            Path home,
            Path scratch,
            boolean headed,
            Duration patience,
            boolean restarts) {
        this(proxy, ca, caPem, home, scratch, headed, patience, restarts, Optional.empty());
    }

    /** For a session that may be restarted. */
    public Surroundings(
            InetSocketAddress proxy,
            X509Certificate ca,
            Path caPem,
            Path home,
            Path scratch,
            boolean headed,
            Duration patience) {
        this(proxy, ca, caPem, home, scratch, headed, patience, true);
    }

    /** The same for a session that is not restarted. */
    public Surroundings withoutRestart() {
        return new Surroundings(proxy, ca, caPem, home, scratch, headed, patience, false, grid);
    }

    /** The same with a user agent from there. */
    public Surroundings at(Optional<Grid> elsewhere) {
        return new Surroundings(proxy, ca, caPem, home, scratch, headed, patience, restarts, elsewhere);
    }
}
