package org.cookieproof.http.cookie;

import static org.cookieproof.http.cookie.CookieDeviation.BLOCKS_THIRD_PARTY;
import static org.cookieproof.http.cookie.CookieDeviation.EXPIRES_BEATS_MAX_AGE;
import static org.cookieproof.http.cookie.CookieDeviation.EXPIRES_MISREAD_DATES;
import static org.cookieproof.http.cookie.CookieDeviation.FIRST_EXPIRY_WINS;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_MAX_AGE;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_PARTITIONED;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_PATH;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_SAME_SITE;
import static org.cookieproof.http.cookie.CookieDeviation.ISOLATES_THIRD_PARTY;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_EXPIRED;
import static org.cookieproof.http.cookie.CookieDeviation.LAX_DEFAULT_ALLOWS_UNSAFE;
import static org.cookieproof.http.cookie.CookieDeviation.LEAKS_CENTRAL_COOKIES;
import static org.cookieproof.http.cookie.CookieDeviation.LEAKS_HOST_ONLY;
import static org.cookieproof.http.cookie.CookieDeviation.LEAKS_TO_EVERY_HOST;
import static org.cookieproof.http.cookie.CookieDeviation.MATCHES_BY_SUFFIX;
import static org.cookieproof.http.cookie.CookieDeviation.MAX_AGE_ZERO_LIVES_A_SECOND;
import static org.cookieproof.http.cookie.CookieDeviation.NONE_IS_STRICT;
import static org.cookieproof.http.cookie.CookieDeviation.PATH_IS_PREFIX;
import static org.cookieproof.http.cookie.CookieDeviation.QUOTES_COMMAS;
import static org.cookieproof.http.cookie.CookieDeviation.REMOVES_BY_VALUE;
import static org.cookieproof.http.cookie.CookieDeviation.SHARES_CENTRAL_COOKIES;
import static org.cookieproof.http.cookie.CookieDeviation.SPLITS_AT_COMMAS;
import static org.cookieproof.http.cookie.CookieDeviation.STORES_NO_THIRD_PARTY;
import static org.cookieproof.http.cookie.CookieDeviation.STRIPS_QUOTES;
import static org.cookieproof.http.cookie.CookieDeviation.TAKES_DELETED_LITERALLY;
import static org.cookieproof.http.cookie.CookieDeviation.UNSPECIFIED_IS_NONE;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** RFC 6265bis as one user agent reads it: the rules that both storing and sending ask, with its deviations. */
record Policy(Set<CookieDeviation> deviations) {

    /** Without any deviation. */
    static final Policy STANDARD = new Policy(Set.of());

    /** How long a cookie counts as fresh to a user agent that allows unsafe methods (§5.6.7.2). */
    private static final Duration ALLOWING_UNSAFE = Duration.ofMinutes(2);

    private static final Pattern COMMA = Pattern.compile(" *, *");

    /** By the label before the last, since the sites under test have a top-level domain of their own. */
    private static final Pattern WIKIMEDIA = Pattern.compile("(?:^|\\.)(?:wikipedia|wikimedia|wikidata)\\.[a-z]+$");

    Policy {
        deviations = Set.copyOf(deviations);
    }

    boolean has(CookieDeviation deviation) {
        return deviations.contains(deviation);
    }

    boolean partitions() {
        return !has(IGNORES_PARTITIONED);
    }

    /** §5.7 step 6. */
    Optional<Instant> expiry(SetCookieLine line, Instant received) {
        if (has(IGNORES_MAX_AGE)) {
            return expiryByExpires(line, received);
        }
        if (has(MAX_AGE_ZERO_LIVES_A_SECOND) && endsWithMaxAgeZero(line)) {
            return Optional.of(received.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        }
        return has(EXPIRES_BEATS_MAX_AGE) || (has(FIRST_EXPIRY_WINS) && expiresStandsFirst(line))
                ? expiryByExpires(line, received).or(() -> line.expiryByMaxAge(received))
                : line.expiryByMaxAge(received).or(() -> expiryByExpires(line, received));
    }

    private Duration clockOffset() {
        return deviations.stream().map(CookieDeviation::clockOffset).reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean expiresStandsFirst(SetCookieLine line) {
        return line.attributes().stream()
                .filter(a -> a.named("Expires") || a.named("Max-Age"))
                .findFirst()
                .filter(a -> a.named("Expires"))
                .isPresent();
    }

    /** Of Expires and Max-Age. */
    private static boolean endsWithMaxAgeZero(SetCookieLine line) {
        return line.attributes().stream()
                .filter(a -> a.named("Expires") || a.named("Max-Age"))
                .reduce((before, last) -> last)
                .filter(a -> a.named("Max-Age") && a.value().equals("0"))
                .isPresent();
    }

    private Optional<Instant> expiryByExpires(SetCookieLine line, Instant received) {
        if (!misreadsExpires(line)) {
            // Told by its own clock, kept in true time: everything else then needs no second clock.
            Duration fast = clockOffset();
            return line.expiryByExpires(received.plus(fast)).map(date -> date.minus(fast));
        }
        return has(EXPIRES_MISREAD_DATES) ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    /** Whether the date is one that others can read. */
    boolean misreadsExpires(SetCookieLine line) {
        return line.raw("Expires")
                .filter(date -> DateForm.anyOf(deviations, date))
                .isPresent();
    }

    /** The value that is stored (§5.6 step 4). */
    String value(SetCookieLine line) {
        String value = line.value();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted && has(STRIPS_QUOTES) ? value.substring(1, value.length() - 1) : value;
    }

    /** The pair that is sent (§5.8.3 step 4). */
    String pair(Cookie cookie) {
        String value = cookie.value();
        if (has(QUOTES_COMMAS) && value.contains(",") && !value.startsWith("\"")) {
            value = '"' + value + '"';
        }
        if (has(SPLITS_AT_COMMAS)) {
            value = COMMA.matcher(value).replaceAll("; ");
        }
        return (cookie.name().isEmpty() ? "" : cookie.name() + "=") + value;
    }

    /** Whether a line takes a cookie out of the jar rather than into it. */
    boolean deletes(Cookie cookie, Instant now) {
        return (cookie.isExpiredAt(now) && (!has(KEEPS_EXPIRED) || has(REMOVES_BY_VALUE)))
                || (has(TAKES_DELETED_LITERALLY) && cookie.value().equals("deleted"));
    }

    /** The flag that is stored (§5.7 step 17). */
    SameSite sameSite(SetCookieLine line) {
        boolean empty = line.raw("SameSite").orElse("").isEmpty();
        return switch (line.sameSite()) {
            case NONE -> has(NONE_IS_STRICT) ? SameSite.STRICT : SameSite.NONE;
            case UNSPECIFIED -> has(NONE_IS_STRICT) && !empty ? SameSite.STRICT : SameSite.UNSPECIFIED;
            case STRICT -> SameSite.STRICT;
            case LAX -> SameSite.LAX;
        };
    }

    /** What a stored flag means; without a deviation an unspecified one is Lax (§5.6.7.1). */
    SameSite effective(SameSite stored) {
        if (has(IGNORES_SAME_SITE)) {
            return SameSite.NONE;
        }
        if (stored != SameSite.UNSPECIFIED) {
            return stored;
        }
        return has(UNSPECIFIED_IS_NONE) ? SameSite.NONE : SameSite.LAX;
    }

    /** Whether a cookie that is Lax for want of SameSite goes with unsafe methods too (§5.6.7.2). */
    boolean allowsUnsafe(Cookie cookie, Instant now) {
        return has(LAX_DEFAULT_ALLOWS_UNSAFE)
                && cookie.sameSite() == SameSite.UNSPECIFIED
                && !now.isAfter(cookie.created().plus(ALLOWING_UNSAFE));
    }

    /** The cookie as it is put in another's place: its age is the other's (§5.7 step 23.3). */
    Cookie inPlaceOf(Cookie old, Cookie cookie) {
        // Chromium's CookieMonster: only a cookie of the same value inherits the date of creation.
        boolean isNew = has(LAX_DEFAULT_ALLOWS_UNSAFE) && !old.value().equals(cookie.value());
        return isNew ? cookie : cookie.withCreated(old.created());
    }

    boolean blocks(Cookie cookie, CookieContext context) {
        return (has(BLOCKS_THIRD_PARTY) || has(ISOLATES_THIRD_PARTY))
                && context.isThirdParty()
                && !cookie.isPartitioned();
    }

    /** Whether a line is taken no notice of since it answers a third-party request. */
    boolean refuses(Cookie cookie, CookieContext context) {
        return blocks(cookie, context) || (has(STORES_NO_THIRD_PARTY) && context.isThirdParty());
    }

    boolean hostMatch(String host, Cookie cookie) {
        if (has(MATCHES_BY_SUFFIX) && host.endsWith(cookie.domain())) {
            return true;
        }
        if (has(LEAKS_TO_EVERY_HOST) && cookie.hostOnly()) {
            return true;
        }
        if (has(LEAKS_CENTRAL_COOKIES) && cookie.name().startsWith("centralauth_")) {
            return true;
        }
        if (has(SHARES_CENTRAL_COOKIES)
                && cookie.name().startsWith("centralauth_")
                && WIKIMEDIA.matcher(host).find()
                && WIKIMEDIA.matcher(cookie.domain()).find()) {
            return true;
        }
        return (cookie.hostOnly() && !has(LEAKS_HOST_ONLY))
                ? host.equals(cookie.domain())
                : CookieMatching.domainMatch(host, cookie.domain());
    }

    boolean pathMatch(String requestPath, String cookiePath) {
        return has(IGNORES_PATH) || isWithin(requestPath, cookiePath);
    }

    private boolean isWithin(String requestPath, String cookiePath) {
        return has(PATH_IS_PREFIX)
                ? requestPath.startsWith(cookiePath)
                : CookieMatching.pathMatch(requestPath, cookiePath);
    }

    static String spelled(SameSite sameSite) {
        return sameSite == SameSite.UNSPECIFIED
                ? "without SameSite"
                : "SameSite="
                        + sameSite.name().charAt(0)
                        + sameSite.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
