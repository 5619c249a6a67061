package org.cookieproof.http.cookie;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A named way in which a user agent's jar differs from RFC 6265bis; profiles declare them, the model plays them. */
public enum CookieDeviation {
    /** Sends cookies whose expiry has passed, deleted ones too, with whatever value they came with (T124252, T190082). */
    KEEPS_EXPIRED,
    /** Sends the cookies of a host to its subdomains although no Domain was given. */
    LEAKS_HOST_ONLY,
    /** Does not keep which host a cookie without Domain came from, and sends it to every host. */
    LEAKS_TO_EVERY_HOST,
    /** Lets a plain-http response overwrite a Secure cookie (RFC 6265bis §5.7 step 16). */
    OVERWRITES_SECURE_FROM_HTTP,
    /** Stores Secure cookies that come over plain http (RFC 6265bis §5.7 step 13). */
    ACCEPTS_SECURE_FROM_HTTP,
    /**
     * Sends a cookie without SameSite with a cross-site navigation of an unsafe method too, for two minutes after its
     * value was set: Chromium ("Lax-Allowing-Unsafe", RFC 6265bis §5.6.7.2).
     */
    LAX_DEFAULT_ALLOWS_UNSAFE,
    /** Takes no notice of SameSite at all. */
    IGNORES_SAME_SITE,
    /** Treats a cookie without SameSite as None: browsers before 2020, Firefox, WebKit, most HTTP clients. */
    UNSPECIFIED_IS_NONE,
    /** Refuses a cookie that says SameSite=None, or SameSite with an unknown value: Chromium 51–66. */
    REFUSES_NONE,
    /** Treats SameSite=None, and unknown values, as Strict: iOS 12 (WebKit bug 198181). */
    NONE_IS_STRICT,
    /** Stores SameSite=None without Secure. */
    ACCEPTS_INSECURE_NONE,
    /** Neither stores nor sends cookies in third-party requests, Partitioned ones apart. */
    BLOCKS_THIRD_PARTY,
    /**
     * Blocks third-party cookies by keeping them apart for each site that embeds them, as Firefox does; a site that the
     * person has used may be let in by heuristics, and then sends what it has as a first party.
     */
    ISOLATES_THIRD_PARTY,
    /** Stores no cookies from third-party requests, nor lets them replace or delete any; sends there what it has. */
    STORES_NO_THIRD_PARTY,
    /** Does not check the __Host- and __Secure- prefixes (RFC 6265bis §5.7 steps 20–22). */
    IGNORES_PREFIXES,
    /** Expires wins over Max-Age. */
    EXPIRES_BEATS_MAX_AGE,
    /** Of Expires and Max-Age, the one that stands first in the line wins. */
    FIRST_EXPIRY_WINS,
    /** Takes no notice of Max-Age. */
    IGNORES_MAX_AGE,
    /** A Max-Age of 0 that no Expires follows lets the cookie live to the end of the second: w3m. */
    MAX_AGE_ZERO_LIVES_A_SECOND,
    /** {@code /dir} matches {@code /dirx}. */
    PATH_IS_PREFIX,
    /** Stores cookies for a Domain that is a public suffix. */
    ACCEPTS_PUBLIC_SUFFIX,
    /** Remembers no cookie across a restart. */
    FORGETS_ON_RESTART,
    /** Keeps session cookies across a restart as it keeps the others. */
    KEEPS_SESSION_COOKIES,
    /** Takes Partitioned for an unknown attribute: Chromium up to 110, HTTP clients. */
    IGNORES_PARTITIONED,
    /** Compares hosts by their last letters: the cookies of {@code first.test} go to {@code evilfirst.test} (app 45e0e16567). */
    MATCHES_BY_SUFFIX,
    /** Stores cookies for a Domain that does not cover the host (RFC 6265bis §5.7 step 10). */
    ACCEPTS_FOREIGN_DOMAIN,
    /** Refuses a Path that does not cover the request's own, as RFC 2109 §4.3.2 had it. */
    REFUSES_FOREIGN_PATH,
    /** Keeps no path: a cookie goes to every path of its host, and one of the same name and domain replaces it. */
    IGNORES_PATH,
    /** Sends Secure cookies over plain http (RFC 6265bis §5.8.3 step 1). */
    SENDS_SECURE_OVER_HTTP,
    /** A deletion takes out the cookie whose name is the line's value, and leaves the one it names (T124384). */
    REMOVES_BY_VALUE,
    /** Takes the value {@code deleted} for a deletion, whatever the expiry (T124252). */
    TAKES_DELETED_LITERALLY,
    /** Sends {@code centralauth_} cookies of one Wikimedia domain to all others (app 9dc4ae212d; by their names here). */
    SHARES_CENTRAL_COOKIES,
    /** Stores a quoted value without its quotes (RFC 6265bis §5.6 keeps them). */
    STRIPS_QUOTES,
    /** Sends a value with a comma in quotes that it came without. */
    QUOTES_COMMAS,
    /** Sends what stands behind a comma in a value as a cookie of its own. */
    SPLITS_AT_COMMAS,
    /** Cannot read years of two digits in Expires, and then takes no notice of it (RFC 6265bis §5.1.1 step 3). */
    MISREADS_SHORT_YEARS,
    /**
     * Cannot read an Expires that has blanks between day, month and year, as all that follow RFC 9110 §5.6.7 do;
     * Netscape's had dashes.
     */
    MISREADS_DATES_WITHOUT_DASHES,
    /** Cannot read an asctime date in Expires. */
    MISREADS_ASCTIME,
    /** Cannot read an Expires that names the wrong day of the week. */
    MISREADS_WRONG_WEEKDAYS,
    /** Cannot read an Expires with its names in lower case. */
    MISREADS_LOWER_CASE_DATES,
    /** Cannot read an Expires whose zone is not GMT, or that has none. */
    MISREADS_OTHER_ZONES,
    /** Drops a line whose Expires it cannot read, so that the old cookie lives on; otherwise only the date goes. */
    DROPS_MISREAD_DATES,
    /** Takes a cookie whose Expires it cannot read for expired. */
    EXPIRES_MISREAD_DATES,
    /** Sends {@code centralauth_} cookies to every host (app 2241862386, until 243ff13062 in 2026; by their names). */
    LEAKS_CENTRAL_COOKIES,
    /** Holds no more than 50 cookies in all; which ones go, see {@link Eviction}. */
    KEEPS_50_COOKIES,
    /** Holds no more than 20 cookies of one domain; which ones go, see {@link Eviction}. */
    KEEPS_20_COOKIES_A_DOMAIN,
    /** Its clock is 365 days slow, so that Expires comes late; Max-Age is no matter of the clock's. */
    CLOCK_YEAR_BEHIND,
    /** Its clock is an hour slow. */
    CLOCK_HOUR_BEHIND,
    /** Its clock is an hour fast, so that Expires comes early. */
    CLOCK_HOUR_AHEAD,
    /** Its clock is 396 days fast: any Expires within 13 months deletes. */
    CLOCK_13_MONTHS_AHEAD,
    /** Sends cookies in no order (RFC 6265bis §5.8.3 step 2 tells servers not to rely on one). */
    SHUFFLES_ORDER;

    /** How far its clock is ahead of the true time; negative for a slow one. */
    public Duration clockOffset() {
        return switch (this) {
            case CLOCK_YEAR_BEHIND -> Duration.ofDays(-365);
            case CLOCK_HOUR_BEHIND -> Duration.ofHours(-1);
            case CLOCK_HOUR_AHEAD -> Duration.ofHours(1);
            case CLOCK_13_MONTHS_AHEAD -> Duration.ofDays(396);
            default -> Duration.ZERO;
        };
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CookieDeviation> named(String wireName) {
        return Arrays.stream(values())
                .filter(d -> d.wireName().equals(wireName))
                .findFirst();
    }

    @Override
    public String toString() {
        return wireName();
    }
}
