package org.cookieproof.http.cookie;

import static org.cookieproof.http.cookie.CookieDeviation.FORGETS_ON_RESTART;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_EXPIRED;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_SESSION_COOKIES;
import static org.cookieproof.http.cookie.CookieDeviation.REMOVES_BY_VALUE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.http.cookie.StorageModel.Candidate;

/**
 * The model: what a user agent with the given deviations holds and sends (RFC 6265bis §5.7 and §5.8.3). It evicts
 * nothing but what has expired, since how many cookies a jar keeps is each user agent's own affair.
 *
 * <p>Belongs to one thread.
 */
public final class CookieJar {

    /** RFC 6265bis §5.8.3 step 2; what came at the same instant stays in the order in which it came. */
    private static final Comparator<Cookie> SENDING_ORDER = Comparator.comparing(
                    (Cookie cookie) -> cookie.path().length(), Comparator.reverseOrder())
            .thenComparing(Cookie::created);

    private final InstantSource clock;
    private final PublicSuffixes suffixes;
    private final Policy policy;
    private final StorageModel storage;
    private final RetrievalModel retrieval;
    private final HeldCookies held = new HeldCookies();

    public CookieJar(InstantSource clock, PublicSuffixes suffixes, Set<CookieDeviation> deviations) {
        this.clock = clock;
        this.suffixes = suffixes;
        this.policy = new Policy(deviations);
        this.storage = new StorageModel(suffixes, policy);
        this.retrieval = new RetrievalModel(suffixes, policy);
    }

    /** Does with one Set-Cookie field value what the user agent would do (§5.6, §5.7). */
    public Outcome receive(String setCookieFieldValue, CookieContext context) {
        SetCookieLine line = SetCookieParser.read(setCookieFieldValue);
        Optional<Outcome.Refused> ignored = SetCookieParser.whyIgnored(setCookieFieldValue, line);
        if (ignored.isPresent()) {
            return ignored.get();
        }
        Instant now = clock.instant();
        evictExpired(now);
        Candidate candidate = storage.candidate(line, context, now);
        Optional<Outcome.Refused> refused =
                storage.refusal(candidate, held.named(candidate.cookie().name()));
        return refused.isPresent() ? refused.get() : insert(candidate.cookie(), now);
    }

    /** §5.7 steps 23 and 24, and the eviction of what is expired already. */
    private Outcome insert(Cookie cookie, Instant now) {
        if (policy.deletes(cookie, now)) {
            return delete(policy.has(REMOVES_BY_VALUE) ? named(cookie.value(), cookie.key()) : cookie.key());
        }
        Optional<Cookie> old = held.get(cookie.key());
        Cookie aged = old.map(o -> policy.inPlaceOf(o, cookie)).orElse(cookie);
        held.put(aged);
        return new Outcome.Stored(aged, old);
    }

    private Outcome delete(Cookie.Key key) {
        return held.remove(key)
                .<Outcome>map(Outcome.Deleted::new)
                .orElseGet(() -> new Outcome.NothingToDelete(key.name()));
    }

    private static Cookie.Key named(String name, Cookie.Key scope) {
        return new Cookie.Key(name, scope.domain(), scope.hostOnly(), scope.path(), scope.partition());
    }

    /** The cookies that a request in this context carries, in the order of §5.8.3 step 2. */
    public List<Cookie> toSend(CookieContext context) {
        return toSend(held.all(), context);
    }

    /** Those of these cookies that a jar with this clock and these deviations would send if it held them. */
    public List<Cookie> toSend(Collection<Cookie> among, CookieContext context) {
        Instant now = clock.instant();
        return among.stream()
                .filter(cookie -> retrieval.sends(cookie, context, now))
                .sorted(SENDING_ORDER)
                .toList();
    }

    /** The value of the Cookie field (§5.8.3 step 4); empty text where nothing is sent. */
    public String cookieHeader(CookieContext context) {
        return toSend(context).stream().map(policy::pair).collect(Collectors.joining("; "));
    }

    /** Why this cookie is not sent in this context, with the section that says so; empty when it is. */
    public Optional<String> whyNotSent(Cookie cookie, CookieContext context) {
        return retrieval.whyNotSent(cookie, context, clock.instant());
    }

    /** What it holds and has not expired, oldest first; with {@link CookieDeviation#KEEPS_EXPIRED} all of it. */
    public List<Cookie> cookies() {
        Instant now = clock.instant();
        return held.all().stream()
                .filter(cookie -> policy.has(KEEPS_EXPIRED) || !cookie.isExpiredAt(now))
                .toList();
    }

    /** Puts a cookie in as it is, in place of the one with its key, unasked. */
    public void put(Cookie cookie) {
        held.put(cookie);
    }

    /** Ends the session as a restart does: session cookies go (§5.7). */
    public void endSession() {
        boolean keepsSession = policy.has(KEEPS_SESSION_COOKIES);
        held.removeIf(cookie -> policy.has(FORGETS_ON_RESTART) || (!cookie.isPersistent() && !keepsSession));
    }

    /** A jar of its own with the same cookies, deviations and clock. */
    public CookieJar copy() {
        CookieJar copy = new CookieJar(clock, suffixes, policy.deviations());
        held.all().forEach(copy::put);
        return copy;
    }

    private void evictExpired(Instant now) {
        if (!policy.has(KEEPS_EXPIRED)) {
            held.evictExpired(now);
        }
    }
}
