package org.cookieproof.http.cookie;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A named way in which a user agent's jar differs from RFC 6265bis; profiles declare them, the model plays them. */
public enum CookieDeviation {
    /** Sends cookies whose expiry has passed, deleted ones too, with whatever value they came with (T124252, T190082). */
    KEEPS_EXPIRED,
    /** Sends the cookies of a host to its subdomains although no Domain was given. */
    LEAKS_HOST_ONLY,
    /** Lets a plain-http response overwrite a Secure cookie (RFC 6265bis §5.7 step 16). */
    OVERWRITES_SECURE_FROM_HTTP,
    /** Stores Secure cookies that come over plain http (RFC 6265bis §5.7 step 13). */
    ACCEPTS_SECURE_FROM_HTTP,
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
    /** Does not check the __Host- and __Secure- prefixes (RFC 6265bis §5.7 steps 20–22). */
    IGNORES_PREFIXES,
    /** Expires wins over Max-Age. */
    EXPIRES_BEATS_MAX_AGE,
    /** Takes no notice of Max-Age. */
    IGNORES_MAX_AGE,
    /** {@code /dir} matches {@code /dirx}. */
    PATH_IS_PREFIX,
    /** Stores cookies for a Domain that is a public suffix. */
    ACCEPTS_PUBLIC_SUFFIX,
    /** Remembers no cookie across a restart. */
    FORGETS_ON_RESTART,
    /** Takes Partitioned for an unknown attribute: Chromium up to 110, HTTP clients. */
    IGNORES_PARTITIONED;

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
