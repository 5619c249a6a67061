package org.cookieproof.farm.session;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.cookieproof.farm.site.Wiki;

/**
 * MediaWiki's channel "authevents": who signed in and out where, and which sessions were refused. Never a password, a
 * token, an id of a session, or a name that is no account's, since people type passwords into name fields.
 */
public final class AuthLog {

    private static final int KEPT = 10_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final InstantSource clock;

    public AuthLog(InstantSource clock) {
        this.clock = clock;
    }

    /** @param about the account's name, or a reason that holds no value of the request's */
    synchronized void note(String event, Wiki wiki, String about) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.addLast(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + wiki.id() + " " + event
                + (about.isEmpty() ? "" : " " + about));
    }

    /** The newest lines, oldest first. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
