package org.cookieproof.http.cookie;

import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_EXPIRED;
import static org.cookieproof.http.cookie.CookieDeviation.SENDS_SECURE_OVER_HTTP;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether a stored cookie goes with a request: RFC 6265bis §5.8.3 step 1. */
final class RetrievalModel {

    /** One requirement of §5.8.3 step 1, and what a report says where it is not met. */
    private interface Requirement {
        Optional<String> unmet(Cookie cookie, CookieContext context, Instant now);
    }

    private final PublicSuffixes suffixes;
    private final Policy policy;
    private final List<Requirement> requirements = List.of(
            this::alive, this::host, this::path, this::secure, this::sameSite, this::thirdParty, this::partition);

    RetrievalModel(PublicSuffixes suffixes, Policy policy) {
        this.suffixes = suffixes;
        this.policy = policy;
    }

    boolean sends(Cookie cookie, CookieContext context, Instant now) {
        // The host first: it tells most cookies of a large jar apart for little.
        if (!policy.hostMatch(context.url().host(), cookie)) {
            return false;
        }
        for (Requirement requirement : requirements) {
            if (requirement.unmet(cookie, context, now).isPresent()) {
                return false;
            }
        }
        return true;
    }

    Optional<String> whyNotSent(Cookie cookie, CookieContext context, Instant now) {
        return requirements.stream()
                .flatMap(requirement -> requirement.unmet(cookie, context, now).stream())
                .findFirst();
    }

    private Optional<String> alive(Cookie cookie, CookieContext context, Instant now) {
        boolean over = cookie.isExpiredAt(now) && !policy.has(KEEPS_EXPIRED);
        return unless(!over, () -> "it expired at " + cookie.expiry() + " (RFC 6265bis §5.7)");
    }

    private Optional<String> host(Cookie cookie, CookieContext context, Instant now) {
        String host = context.url().host();
        String scope = cookie.hostOnly() ? "only " + cookie.domain() : cookie.domain() + " and what is below it";
        return unless(policy.hostMatch(host, cookie), () -> "it is for " + scope + ", not for " + host + step1());
    }

    private Optional<String> path(Cookie cookie, CookieContext context, Instant now) {
        String path = context.url().path();
        return unless(
                policy.pathMatch(path, cookie.path()),
                () -> "its path " + cookie.path() + " does not cover " + path + step1());
    }

    private Optional<String> secure(Cookie cookie, CookieContext context, Instant now) {
        boolean safe = !cookie.secure() || context.url().isSecure() || policy.has(SENDS_SECURE_OVER_HTTP);
        return unless(safe, () -> "it is Secure and the request is http" + step1());
    }

    private Optional<String> sameSite(Cookie cookie, CookieContext context, Instant now) {
        SameSite flag = policy.effective(cookie.sameSite());
        boolean sent = !context.crossSite()
                || flag == SameSite.NONE
                || (flag == SameSite.LAX
                        && context.topLevel()
                        && (context.safeMethod() || policy.allowsUnsafe(cookie, now)));
        String request = context.topLevel()
                ? (context.safeMethod() ? "a cross-site navigation" : "a cross-site navigation with an unsafe method")
                : "a cross-site subresource";
        return unless(sent, () -> "it is " + Policy.spelled(cookie.sameSite()) + " and this is " + request + step1());
    }

    private Optional<String> thirdParty(Cookie cookie, CookieContext context, Instant now) {
        return unless(!policy.blocks(cookie, context), () -> "third-party cookies are blocked (RFC 6265bis §7.1)");
    }

    private Optional<String> partition(Cookie cookie, CookieContext context, Instant now) {
        boolean here = !cookie.isPartitioned()
                || !policy.partitions()
                || context.partition(suffixes).equals(cookie.partition());
        return unless(
                here,
                () -> "it is kept for " + cookie.partition() + ", not for " + context.partition(suffixes)
                        + " (draft-cutler-httpbis-partitioned-cookies-01)");
    }

    private static String step1() {
        return " (RFC 6265bis §5.8.3 step 1)";
    }

    private static Optional<String> unless(boolean met, Supplier<String> reason) {
        return met ? Optional.empty() : Optional.of(reason.get());
    }
}
