package org.cookieproof.passport;

import java.time.Duration;
import java.util.List;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Url;
import org.cookieproof.tap.TapLease;

/** One user agent on a lease of the tap, for one behaviour after another where it can start afresh. */
final class Stay implements AutoCloseable {

    /** A lease has bounds, and so has a browser's memory. */
    private static final int LONGEST = 40;

    private final TapLease lease;
    private final UserAgentSession session;
    private int behaviours = 1;
    private long before;

    /** Takes both over. */
    Stay(TapLease lease, UserAgentSession session) {
        this.lease = lease;
        this.session = session;
    }

    UserAgentSession session() {
        return session;
    }

    /** What the user agent has asked since it last started afresh. */
    List<Exchange> exchanges() {
        return lease.recording().byUserAgent().skip(before).toList();
    }

    /**
     * Makes it ready for another behaviour.
     *
     * @return false where another user agent has to take its place
     */
    boolean startsAfresh(Duration quiet, Duration patience) {
        if (behaviours == LONGEST || !lease.awaitQuiet(quiet, patience)) {
            return false;
        }
        try {
            if (!session.startAfresh()) {
                return false;
            }
        } catch (UserAgentBrokenException e) {
            return false; // another takes its place, and no answer is lost: the last one has been read
        }
        behaviours++;
        before = lease.recording().byUserAgent().count();
        return true;
    }

    int asked(Url url) {
        return Reading.about(exchanges(), url).size();
    }

    /** The wire at rest alone would not do: a busy browser rests before it asks. */
    void awaitAsked(Url url, int before, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        long begun = lease.begun();
        while (asked(url) == before
                && lease.awaitBegun(begun, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
            begun = lease.begun();
        }
    }

    boolean awaitQuiet(Duration quiet, Duration patience) {
        return lease.awaitQuiet(quiet, patience);
    }

    @Override
    public void close() {
        session.close();
        lease.close();
    }
}
