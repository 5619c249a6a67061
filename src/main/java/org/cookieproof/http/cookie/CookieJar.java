package org.cookieproof.http.cookie;

import static org.cookieproof.http.cookie.CookieDeviation.FORGETS_ON_RESTART;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_EXPIRED;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_SESSION_COOKIES;
import static org.cookieproof.http.cookie.CookieDeviation.REMOVES_BY_VALUE;
import static org.cookieproof.http.cookie.CookieDeviation.SHUFFLES_ORDER;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.http.cookie.StorageModel.Candidate;

/**
 * The model: what a user agent with the given deviations holds and sends (RFC 6265bis §5.7 and §5.8.3). It evicts
 * nothing but what has expired, unless a deviation limits it: how many cookies a jar keeps is each user agent's own affair.
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
    private final Eviction eviction;
    private final HeldCookies held = new HeldCookies();
    private final long seed;
    private final Random order;

    public CookieJar(InstantSource clock, PublicSuffixes suffixes, Set<CookieDeviation> deviations) {
        this(clock, suffixes, deviations, 0);
    }

    /**
     * The same.
     *
     * @param seed of {@link CookieDeviation#SHUFFLES_ORDER}: jars of one seed that are asked the same answer the same
     */
    public CookieJar(InstantSource clock, PublicSuffixes suffixes, Set<CookieDeviation> deviations, long seed) {
        this.seed = seed;
        this.order = new Random(seed);
        this.clock = clock;
        this.suffixes = suffixes;
        this.policy = new Policy(deviations);
        this.eviction = new Eviction(policy);
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
        if (isLimited()) {
            eviction.evict(held, aged.domain(), now);
        }
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
        List<Cookie> sent = toSend(context);
        if (policy.has(SHUFFLES_ORDER)) {
            sent = new ArrayList<>(sent);
            Collections.shuffle(sent, order);
        }
        return sent.stream().map(policy::pair).collect(Collectors.joining("; "));
    }

    /** Whether it throws out cookies for want of room. */
    public boolean isLimited() {
        return eviction.isLimited();
    }

    /** Takes note that such a request was made: what it carried is evicted last (§5.8.3 step 3). */
    public void use(CookieContext context) {
        if (isLimited()) {
            toSend(context).forEach(cookie -> held.use(cookie.key()));
        }
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
        CookieJar copy = new CookieJar(clock, suffixes, policy.deviations(), seed);
        held.all().forEach(copy::put);
        return copy;
    }

    private void evictExpired(Instant now) {
        if (!policy.has(KEEPS_EXPIRED)) {
            held.evictExpired(now);
        }
    }
}
