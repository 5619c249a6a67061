package org.cookieproof.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.http.Url;

/**
 * What a target's cookie names mean.
 *
 * @param entries        name patterns with their categories; every matching entry counts
 * @param oneTimeParams  names of URL parameters that carry one-time hand-off values, so that they are not mistaken for
 *                       reusable credentials
 */
public record CookieDictionary(List<Entry> entries, Set<String> oneTimeParams) {

    public static final CookieDictionary EMPTY = new CookieDictionary(List.of(), Set.of());

    /** Cookies whose whole name matches the pattern are of these categories. */
    public record Entry(Pattern name, Set<CookieCategory> categories) {
        public Entry {
            categories = Set.copyOf(categories);
        }
    }

    public CookieDictionary {
        entries = List.copyOf(entries);
        oneTimeParams = Set.copyOf(oneTimeParams);
    }

    public Set<CookieCategory> categories(String cookieName) {
        return entries.stream()
                .filter(e -> e.name().matcher(cookieName).matches())
                .flatMap(e -> e.categories().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the one-time parameters that this URL carries with a value. */
    public Set<String> handOffs(Url url) {
        return url.query().stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(pair -> pair.indexOf('=') > 0 && pair.indexOf('=') < pair.length() - 1)
                .map(pair -> pair.substring(0, pair.indexOf('=')))
                .filter(oneTimeParams::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean is(CookieCategory category, String cookieName) {
        return categories(cookieName).contains(category);
    }
}
