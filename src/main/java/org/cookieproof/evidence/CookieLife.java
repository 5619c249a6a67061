package org.cookieproof.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.PublicSuffixes;

/**
 * What became of one cookie during a cell: stored and refused as the RFC 6265bis model says, sent as the wire says. It
 * holds no value, only whether two values were the same.
 *
 * @param domain   without a leading dot; the host where the cookie was never stored
 * @param hostOnly false when a Domain attribute was given
 * @param events   in the order of time
 * @param userAgent in whose jar; empty for the user agent that every cell has
 */
public record CookieLife(
        String name, String domain, boolean hostOnly, String path, List<Event> events, String userAgent) {

    /** What can happen to a cookie. */
    public enum Kind {
        SET,
        REPLACED,
        SENT,
        DELETED,
        REFUSED,
        EXPIRED;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param exchange the number of the exchange that shows it; for {@link Kind#EXPIRED} of the first one after it, or
     *                 of the last one of all
     * @param value    which of this cookie's values, numbered from 1 as they first appeared; 0 where there is none
     * @param note     the reason of a refusal, or what is odd; mostly empty
     */
    public record Event(Kind kind, int exchange, Instant at, int value, String note) {
        public Event {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(at);
            Objects.requireNonNull(note);
        }
    }

    public CookieLife {
        Objects.requireNonNull(name);
        Objects.requireNonNull(domain);
        Objects.requireNonNull(path);
        events = List.copyOf(events);
        Objects.requireNonNull(userAgent);
    }

    /** A life in the first user agent's jar. */
    public CookieLife(String name, String domain, boolean hostOnly, String path, List<Event> events) {
        this(name, domain, hostOnly, path, events, "");
    }

    /**
     * The lives of all cookies of a recording, as it was on the wire and not redacted: user agent by user agent, each
     * in the order in which they first appeared.
     *
     * @param deviations of the user agents that were recorded
     */
    public static List<CookieLife> of(
            Recording recording, PublicSuffixes publicSuffixes, Set<CookieDeviation> deviations) {
        return of(recording, publicSuffixes, deviations, Set.of());
    }

    /**
     * The same of user agents that were restarted.
     *
     * @param restarts the indices of the steps that ended the user agent and started it again: its session cookies
     *                 expire there
     */
    public static List<CookieLife> of(
            Recording recording,
            PublicSuffixes publicSuffixes,
            Set<CookieDeviation> deviations,
            Set<Integer> restarts) {
        return recording.exchanges().stream()
                .map(Exchange::userAgent)
                .distinct()
                .flatMap(userAgent -> new CookieHistory(publicSuffixes, deviations, restarts)
                        .lives(recording.of(userAgent)).stream().map(life -> life.in(userAgent)))
                .toList();
    }

    private CookieLife in(String owner) {
        return new CookieLife(name, domain, hostOnly, path, events, owner);
    }

    /** As a person reads it: {@code enwikiSession at en.wikipedia.test}, {@code token at .wikipedia.test/w}. */
    public String title() {
        return (userAgent.isEmpty() ? "" : userAgent + ": ") + name + " at " + (hostOnly ? "" : ".") + domain
                + (path.equals("/") ? "" : path);
    }
}
