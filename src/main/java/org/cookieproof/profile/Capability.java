package org.cookieproof.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a profile can do; a scenario that needs more is not applicable to it. */
public enum Capability {
    /** Runs the page's scripts. */
    SCRIPTS,
    /** Fetches the page's images by itself. */
    IMAGES,
    /** Reads pages and fills in forms; a bare API client does not. */
    FORMS,
    /** Follows redirects by itself. */
    REDIRECTS,
    /**
     * Follows nineteen of them in a row. Fetch §4.4 has twenty, of which Chromium's navigations follow all but the last;
     * the JDK's HttpClient gives up after five.
     */
    LONG_REDIRECT_CHAINS,
    /** Has a history with a Back command that restores what was typed. */
    HISTORY,
    /** Shows several pages side by side, with one jar and one cache. */
    TABS,
    /** Stores and sends cookies in cross-site subresource requests. */
    THIRD_PARTY_COOKIES,
    /** Sends the cookies that it has in cross-site subresource requests, though it stores none there. */
    THIRD_PARTY_COOKIES_SENT,
    /** Keeps persistent cookies over a restart. */
    PERSISTENT_JAR,
    /** Its jar can be read. */
    READABLE_JAR,
    /** Takes screenshots. */
    SCREENSHOTS,
    /** Can be shown on a display. */
    HEADED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Capability> named(String wireName) {
        return Arrays.stream(values())
                .filter(c -> c.wireName().equals(wireName))
                .findFirst();
    }

    @Override
    public String toString() {
        return wireName();
    }
}
