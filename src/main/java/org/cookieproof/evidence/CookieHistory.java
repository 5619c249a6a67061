package org.cookieproof.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.CookieLife.Event;
import org.cookieproof.evidence.CookieLife.Kind;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.CookieHeader;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.http.cookie.CookieMatching;
import org.cookieproof.http.cookie.Outcome;
import org.cookieproof.http.cookie.PublicSuffixes;

/** Plays a recording to the model, in the order in which requests left and responses came. Used once. */
final class CookieHistory {

    /** What a life is filed under: hosts that share a domain cookie share its life. */
    private record Scope(String name, String domain, boolean hostOnly, String path) {
        static Scope of(Cookie cookie) {
            return new Scope(cookie.name(), cookie.domain(), cookie.hostOnly(), cookie.path());
        }

        /** For a cookie of which the wire shows no more than that it was sent to, or refused from, a host. */
        static Scope seenAt(Url url, String name) {
            return new Scope(name, url.host(), true, "/");
        }

        boolean covers(Url url) {
            return (hostOnly ? domain.equals(url.host()) : CookieMatching.domainMatch(url.host(), domain))
                    && CookieMatching.pathMatch(url.path(), path);
        }
    }

    /** A life in the making; {@code current} is 0 when the model does not hold the cookie. */
    private static final class Track {
        private final List<Event> events = new ArrayList<>();
        private final Map<String, Integer> values = new HashMap<>();
        private int current;

        int number(String value) {
            return values.computeIfAbsent(value, v -> values.size() + 1);
        }

        boolean holds(String value) {
            return current > 0 && values.getOrDefault(value, 0) == current;
        }
    }

    /** A moment at which something was on the wire. */
    private record Moment(Instant at, boolean response, Exchange exchange) {}

    private final PublicSuffixes publicSuffixes;
    private final Set<CookieDeviation> deviations;
    private final Map<Scope, Track> tracks = new LinkedHashMap<>();
    private final Map<String, List<Scope>> scopesOfName = new HashMap<>();
    private final Map<Scope, Instant> expiries = new LinkedHashMap<>();
    private final TreeSet<Integer> restartsAhead;
    private Instant now = Instant.EPOCH;

    CookieHistory(PublicSuffixes publicSuffixes, Set<CookieDeviation> deviations, Set<Integer> restarts) {
        this.publicSuffixes = publicSuffixes;
        this.deviations = Set.copyOf(deviations);
        this.restartsAhead = new TreeSet<>(restarts);
    }

    List<CookieLife> lives(Recording recording) {
        CookieJar jar = new CookieJar(() -> now, publicSuffixes, deviations);
        int last = 0;
        for (Moment moment : moments(recording)) {
            now = moment.at();
            last = moment.exchange().number();
            expire(last);
            if (!moment.exchange().late()) {
                restart(jar, moment.exchange().step(), last);
            }
            if (moment.response()) {
                received(jar, moment.exchange());
            } else {
                sent(moment.exchange());
            }
        }
        restart(jar, Integer.MAX_VALUE, last); // one that nothing was sent after
        return tracks.entrySet().stream()
                .map(e -> new CookieLife(
                        e.getKey().name(),
                        e.getKey().domain(),
                        e.getKey().hostOnly(),
                        e.getKey().path(),
                        e.getValue().events))
                .toList();
    }

    /** The harness's own raw client has nothing to do with the user agent's jar. */
    private static List<Moment> moments(Recording recording) {
        return recording.exchanges().stream()
                .filter(e -> e.sender() != Exchange.Sender.HARNESS)
                .flatMap(e -> Stream.of(
                        new Moment(e.startedAt(), false, e),
                        new Moment(e.startedAt().plus(e.took()), true, e)))
                .sorted(Comparator.comparing(Moment::at)
                        .thenComparing(m -> m.exchange().number())
                        .thenComparing(Moment::response))
                .toList();
    }

    private void expire(int exchange) {
        expiries.entrySet().removeIf(e -> {
            boolean over = !e.getValue().isAfter(now);
            if (over) {
                Track track = track(e.getKey());
                track.events.add(new Event(Kind.EXPIRED, exchange, e.getValue(), track.current, ""));
                track.current = 0;
            }
            return over;
        });
    }

    private void restart(CookieJar jar, int step, int exchange) {
        if (restartsAhead.headSet(step, true).isEmpty()) {
            return;
        }
        restartsAhead.headSet(step, true).clear();
        List<Cookie> before = jar.cookies();
        jar.endSession();
        gone(before, jar, exchange, "its session ended: the user agent was restarted");
    }

    /** What a jar had and no longer has, though no line took it out. */
    private void gone(List<Cookie> before, CookieJar jar, int exchange, String note) {
        Set<Cookie.Key> kept = jar.cookies().stream().map(Cookie::key).collect(Collectors.toSet());
        for (Cookie cookie : before) {
            if (!kept.contains(cookie.key())) {
                Scope scope = Scope.of(cookie);
                Track track = track(scope);
                track.events.add(new Event(Kind.EXPIRED, exchange, now, track.current, note));
                track.current = 0;
                expiries.remove(scope);
            }
        }
    }

    private void sent(Exchange exchange) {
        Url url = exchange.url();
        Set<Scope> told = new HashSet<>();
        for (CookieHeader.Pair pair :
                CookieHeader.of(exchange.request().headers()).pairs()) {
            Scope scope = whichWasSent(url, pair, told).orElseGet(() -> Scope.seenAt(url, pair.name()));
            told.add(scope);
            Track track = track(scope);
            boolean neverStored = track.values.isEmpty();
            int value = track.number(pair.value());
            track.events.add(
                    new Event(Kind.SENT, exchange.number(), now, value, oddity(neverStored, track.current, value)));
        }
    }

    private static String oddity(boolean neverStored, int current, int value) {
        if (neverStored) {
            return "not set by any response: by a script, by a step, or before the recording";
        }
        if (current == 0) {
            return "sent although it is not held";
        }
        return current == value ? "" : "sent with an older or unknown value";
    }

    /** Held and of this value, else held, else known: of two cookies of one name the value tells them apart. */
    private Optional<Scope> whichWasSent(Url url, CookieHeader.Pair pair, Set<Scope> told) {
        Comparator<Scope> fit = Comparator.comparing((Scope s) -> {
            Track track = track(s);
            return track.holds(pair.value()) ? 0 : track.current > 0 ? 1 : 2;
        });
        return scopesOfName.getOrDefault(pair.name(), List.of()).stream()
                .filter(s -> s.covers(url) && !told.contains(s))
                .min(fit);
    }

    private void received(CookieJar jar, Exchange exchange) {
        CookieContext context = Initiator.of(exchange.request(), publicSuffixes).context(exchange.request());
        jar.use(context);
        exchange.answer()
                .ifPresent(response -> response.setCookies().forEach(line -> {
                    List<Cookie> before = jar.isLimited() ? jar.cookies() : List.of();
                    Outcome outcome = jar.receive(line, context);
                    if (outcome instanceof Outcome.Stored stored) {
                        stored(exchange, stored);
                        gone(before, jar, exchange.number(), "evicted: the jar holds no more");
                        if (jar.isLimited()) {
                            // where all others are more worth keeping it is the new one that goes at once
                            gone(List.of(stored.cookie()), jar, exchange.number(), "no room: the jar holds no more");
                        }
                    } else if (outcome instanceof Outcome.Deleted deleted) {
                        deleted(exchange, Scope.of(deleted.was()));
                    } else if (outcome instanceof Outcome.Refused refused) {
                        refused(exchange, line, refused);
                    }
                }));
    }

    private void stored(Exchange exchange, Outcome.Stored stored) {
        Cookie cookie = stored.cookie();
        Scope scope = Scope.of(cookie);
        Track track = track(scope);
        track.current = track.number(cookie.value());
        boolean keptExpired = cookie.isExpiredAt(now);
        Kind kind = stored.replaced().isPresent() ? Kind.REPLACED : Kind.SET;
        track.events.add(new Event(
                kind, exchange.number(), now, track.current, keptExpired ? "kept although it had expired" : ""));
        expiries.remove(scope);
        if (!deviations.contains(CookieDeviation.KEEPS_EXPIRED)) {
            cookie.expiresAt().ifPresent(expiry -> expiries.put(scope, expiry));
        }
    }

    private void deleted(Exchange exchange, Scope scope) {
        Track track = track(scope);
        track.events.add(new Event(Kind.DELETED, exchange.number(), now, track.current, ""));
        track.current = 0;
        expiries.remove(scope);
    }

    private void refused(Exchange exchange, String line, Outcome.Refused refused) {
        int end = line.indexOf(';');
        String name = CookieHeader.parse(end < 0 ? line : line.substring(0, end)).stream()
                .map(CookieHeader.Pair::name)
                .findFirst()
                .orElse("");
        Scope scope = scopesOfName.getOrDefault(name, List.of()).stream()
                .filter(s -> s.covers(exchange.url()))
                .findFirst()
                .orElseGet(() -> Scope.seenAt(exchange.url(), name));
        track(scope)
                .events
                .add(new Event(
                        Kind.REFUSED, exchange.number(), now, 0, refused.reason() + " (" + refused.section() + ")"));
    }

    private Track track(Scope scope) {
        return tracks.computeIfAbsent(scope, s -> {
            scopesOfName.computeIfAbsent(s.name(), name -> new ArrayList<>()).add(s);
            return new Track();
        });
    }
}
