package org.cookieproof.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Body;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Url;
import org.cookieproof.tap.TapLease;
import org.cookieproof.target.Account;
import org.cookieproof.target.RunningTarget;

/** A target and a proxy that leads to it, up for as long as somebody wants to look around; nothing is played. */
public final class Standing implements AutoCloseable {

    private final PlannedRun run;
    private final Scratch scratch;
    private final Stand stand;
    private final TapLease lease;
    private boolean closed;

    private Standing(PlannedRun run, Scratch scratch, Stand stand, TapLease lease) {
        this.run = run;
        this.scratch = scratch;
        this.stand = stand;
        this.lease = lease;
    }

    /** @throws org.cookieproof.target.TargetUnavailableException when the target cannot be had */
    public static Standing start(PlannedRun run, long seed) {
        String variant =
                run.cells().stream().map(PlannedCell::variant).findFirst().orElse("default");
        Scratch scratch = Scratch.temporary();
        try {
            Stand stand = Stand.start(
                    run, variant, seed, scratch.path(), Stand.rateLimit(run), InetAddress.getLoopbackAddress());
            return new Standing(run, scratch, stand, stand.tap().lease(run.wire()));
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** A directory that is gone when this is closed. */
    public Path directory() {
        return scratch.path();
    }

    public InetSocketAddress proxy() {
        return lease.address();
    }

    public Path caPem() {
        return stand.tap().caPem();
    }

    /** For Chromium's {@code --ignore-certificate-errors-spki-list}. */
    public String leafSpkiSha256() {
        return stand.tap().leafSpkiSha256();
    }

    public Map<Role, String> sites() {
        return run.target().sites().hosts();
    }

    /** Where its hosts really listen, and under which schemes. */
    public Map<Endpoint, InetSocketAddress> addresses() {
        return stand.target().addresses();
    }

    /** What its certificates are verified against; empty for the JDK's own list. */
    public List<X509Certificate> trust() {
        return stand.target().trust();
    }

    /** Asks for a page of the target, with no cookie and following nothing. */
    public Exchange ask(Url url) {
        return lease.raw().send("GET", url, Headers.of("User-Agent", "Cookieproof", "Connection", "close"), Body.EMPTY);
    }

    public List<Account> accounts() {
        RunningTarget target = stand.target();
        return target.accounts();
    }

    /** Why there are none, where some are named; empty otherwise. */
    public Optional<String> accountsLack() {
        return stand.target().accountsLack();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            lease.close();
            stand.close();
            scratch.close();
        }
    }
}
