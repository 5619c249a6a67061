package org.cookieproof.target.mediawiki;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the wikis are set up: the {@code settings:} of a variant in a target file, read for MediaWiki.
 *
 * @param secureLogin   $wgSecureLogin: the login form is sent to https
 * @param forceHttps    $wgForceHTTPS: everything is
 * @param sameSiteNone  $wgCookieSameSite is None; else nothing is said of SameSite
 * @param legacyCookies $wgUseSameSiteLegacyCookies: each cookie has a twin without SameSite
 * @param cdn           $wgUseCdn: pages for nobody may be stored by shared caches
 * @param sessions      where sessions are kept
 */
record MediaWikiVariant(
        boolean secureLogin,
        boolean forceHttps,
        boolean sameSiteNone,
        boolean legacyCookies,
        boolean cdn,
        SessionPlace sessions) {

    /** Where MediaWiki keeps its sessions. */
    enum SessionPlace {
        /** $wgSessionCacheType as it is: APCu, that is the memory which the processes of php-fpm share. */
        AS_SHIPPED,
        /** A database of their own for each wiki. */
        DATABASE,
        REDIS;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String SAME_SITE = "same-site";
    private static final String SESSIONS = "sessions";
    private static final List<String> FLAGS =
            List.of("secure-login", "force-https", "same-site-legacy-cookies", "use-cdn");

    static final MediaWikiVariant AS_SHIPPED =
            new MediaWikiVariant(false, false, false, false, false, SessionPlace.AS_SHIPPED);

    MediaWikiVariant {
        if (legacyCookies && !sameSiteNone) {
            throw new IllegalArgumentException("'same-site-legacy-cookies: \"true\"' is for 'same-site: none' alone:"
                    + " without it MediaWiki sends no twins");
        }
    }

    /** @throws IllegalArgumentException naming all that is wrong, and what would be right */
    static MediaWikiVariant of(Map<String, String> settings) {
        List<String> wrong = new ArrayList<>();
        settings.keySet().stream()
                .filter(key -> !FLAGS.contains(key) && !key.equals(SAME_SITE) && !key.equals(SESSIONS))
                .sorted()
                .forEach(key -> wrong.add("unknown setting '" + key + "' (known: " + String.join(", ", FLAGS) + ", "
                        + SAME_SITE + ", " + SESSIONS + ")"));
        for (String flag : FLAGS) {
            oneOf(settings, flag, List.of("false", "true"), wrong);
        }
        String sameSite = oneOf(settings, SAME_SITE, List.of("as-shipped", "none"), wrong);
        String place = oneOf(
                settings,
                SESSIONS,
                Arrays.stream(SessionPlace.values()).map(SessionPlace::word).toList(),
                wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        return new MediaWikiVariant(
                isSet(settings, "secure-login"),
                isSet(settings, "force-https"),
                sameSite.equals("none"),
                isSet(settings, "same-site-legacy-cookies"),
                isSet(settings, "use-cdn"),
                SessionPlace.valueOf(place.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static boolean isSet(Map<String, String> settings, String flag) {
        return "true".equals(settings.get(flag));
    }

    /** The setting, or the first of its values where it is not given or wrong. */
    private static String oneOf(Map<String, String> settings, String key, List<String> values, List<String> wrong) {
        String given = settings.getOrDefault(key, values.get(0));
        if (values.contains(given)) {
            return given;
        }
        wrong.add("'" + key + ":' is " + values.stream().map(v -> '"' + v + '"').collect(Collectors.joining(" or "))
                + ", not \"" + given + '"');
        return values.get(0);
    }

    /** What {@code settings.php} has places for, in PHP's words. */
    Map<String, String> php(Optional<Redis> redis) {
        return Map.of(
                "scheme", forceHttps ? "https:" : "",
                "secureLogin", Boolean.toString(secureLogin),
                "forceHttps", Boolean.toString(forceHttps),
                "sameSite", sameSiteNone ? "'None'" : "null",
                "legacyCookies", Boolean.toString(legacyCookies),
                "useCdn", Boolean.toString(cdn),
                "sessions", "'" + sessions.word() + "'",
                "redisPort", redis.map(r -> Integer.toString(r.port())).orElse("0"),
                "redisPassword", "'" + redis.map(Redis::password).orElse("") + "'");
    }
}
