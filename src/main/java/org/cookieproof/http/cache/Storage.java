package org.cookieproof.http.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;

/** What a shared cache may do with a response: store it (RFC 9111 §3), and for how long use it (§4.2.1). */
public final class Storage {

    /** RFC 9110 §15.1. */
    private static final Set<Integer> HEURISTICALLY_CACHEABLE =
            Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);

    private Storage() {}

    /** Whether a shared cache may store this response (RFC 9111 §3). Cookies do not keep it from that (§7.3). */
    public static boolean sharedCacheMayStore(Request request, Response response) {
        return whySharedCacheMustNotStore(request, response).isEmpty();
    }

    /** The first condition of RFC 9111 §3 that is not met, with its section; empty when it may be stored. */
    public static Optional<String> whySharedCacheMustNotStore(Request request, Response response) {
        CacheControl control = CacheControl.of(response.headers());
        if (!methodAllowsIt(request, response)) {
            return Optional.of("the method is " + request.method() + " (RFC 9111 §3, RFC 9110 §9.3.3)");
        }
        if (response.status() < 200) {
            return Optional.of("the status code is not final (RFC 9111 §3)");
        }
        if (control.mustUnderstand() && !HEURISTICALLY_CACHEABLE.contains(response.status())) {
            return Optional.of("must-understand with status " + response.status() + " (RFC 9111 §5.2.2.3)");
        }
        // A cache that knows must-understand and the status passes over the no-store that stands beside it.
        if (control.noStore() && !control.mustUnderstand()) {
            return Optional.of("no-store (RFC 9111 §5.2.2.5)");
        }
        if (control.isPrivate()) {
            return Optional.of("private (RFC 9111 §5.2.2.7)");
        }
        if (request.headers().has("Authorization") && !allowsAuthorized(control)) {
            return Optional.of("the request had Authorization (RFC 9111 §3.5)");
        }
        if (!explicit(response) && !control.isPublic() && !HEURISTICALLY_CACHEABLE.contains(response.status())) {
            return Optional.of("no freshness is given and status " + response.status()
                    + " is not heuristically cacheable (RFC 9111 §3)");
        }
        return Optional.empty();
    }

    /**
     * How long a shared cache may use this response without asking, counted from its Date (RFC 9111 §4.2.1): s-maxage,
     * then max-age, then Expires minus Date. Never negative; zero where the date is invalid or past.
     *
     * @return empty when the response does not say, and a cache may guess (§4.2.2); also for an Expires that cannot be
     *     measured because the response has no valid Date
     */
    public static Optional<Duration> sharedLifetime(Response response) {
        return lifetime(response, response.headers().first("Date").flatMap(HttpDate::parse));
    }

    /** As {@link #sharedLifetime(Response)}; a missing Date is taken to be when it was received (RFC 9110 §6.6.1). */
    public static Optional<Duration> sharedLifetime(Response response, Instant received) {
        Optional<Instant> date = response.headers().first("Date").flatMap(HttpDate::parse);
        return lifetime(response, date.or(() -> Optional.of(received)));
    }

    private static Optional<Duration> lifetime(Response response, Optional<Instant> date) {
        CacheControl control = CacheControl.of(response.headers());
        return control.sMaxage().or(control::maxAge).or(() -> byExpires(response, date));
    }

    private static Optional<Duration> byExpires(Response response, Optional<Instant> date) {
        Optional<String> expires = response.headers().first("Expires");
        if (expires.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> until = HttpDate.parse(expires.get());
        if (until.isEmpty()) {
            return Optional.of(Duration.ZERO); // RFC 9111 §5.3: "0" and the like mean a time in the past
        }
        return date.map(from -> Duration.between(from, until.get()))
                .map(life -> life.isNegative() ? Duration.ZERO : life);
    }

    private static boolean methodAllowsIt(Request request, Response response) {
        return switch (request.method()) {
            case "GET", "HEAD" -> true;
            // RFC 9110 §9.3.3: with explicit freshness and a Content-Location that is the POST's own target.
            case "POST" ->
                explicit(response)
                        && response.headers()
                                .first("Content-Location")
                                .filter(location -> isItself(request.url(), location))
                                .isPresent();
            default -> false;
        };
    }

    /** What cannot be read as a URL names nothing, and so not this. */
    private static boolean isItself(Url url, String reference) {
        try {
            return url.resolve(reference).equals(url);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean explicit(Response response) {
        CacheControl control = CacheControl.of(response.headers());
        return control.has("max-age")
                || control.has("s-maxage")
                || response.headers().has("Expires");
    }

    private static boolean allowsAuthorized(CacheControl control) {
        return control.mustRevalidate() || control.isPublic() || control.has("s-maxage");
    }
}
