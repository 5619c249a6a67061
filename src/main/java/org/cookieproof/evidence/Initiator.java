package org.cookieproof.evidence;

import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.jspecify.annotations.Nullable;

/**
 * What a request itself tells about who caused it. Browsers say it over https with Sec-Fetch-* (Fetch Metadata §2);
 * otherwise Referer says something, and where that is silent too, nothing must be concluded.
 *
 * @param navigation   whether it surely asked for a document in the address bar's place
 * @param topLevelSite the site that the address bar shows, where a cross-site request tells it
 */
public record Initiator(
        Relation relation, boolean navigation, @Nullable String topLevelSite) {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE"); // RFC 9110 §9.2.1

    public enum Relation {
        SAME_SITE,
        CROSS_SITE,
        UNTOLD
    }

    public static Initiator of(Request request, PublicSuffixes suffixes) {
        Headers headers = request.headers();
        Optional<Url> referrer = headers.first("Referer").flatMap(Initiator::url);
        String fetchSite = headers.first("Sec-Fetch-Site").orElse("");
        boolean navigation = headers.first("Sec-Fetch-Dest").orElse("").equals("document");
        return switch (fetchSite) {
            case "none", "same-origin", "same-site" -> new Initiator(Relation.SAME_SITE, navigation, null);
            case "cross-site" -> crossSite(request, referrer, navigation, suffixes);
            default -> byReferrer(request, referrer, suffixes);
        };
    }

    /**
     * Sec-Fetch-Site stays cross-site when a redirect leads back to the site where it began; browsers do not agree on
     * what that means for cookies, so only a cross-site Referer makes it certain.
     */
    private static Initiator crossSite(
            Request request, Optional<Url> referrer, boolean navigation, PublicSuffixes suffixes) {
        if (referrer.isEmpty() || isSameDomain(referrer.get(), request.url(), suffixes)) {
            return new Initiator(Relation.UNTOLD, navigation, null);
        }
        return new Initiator(Relation.CROSS_SITE, navigation, site(referrer.get(), suffixes));
    }

    private static Initiator byReferrer(Request request, Optional<Url> referrer, PublicSuffixes suffixes) {
        boolean wantsPage = request.headers().first("Accept").orElse("").startsWith("text/html");
        if (referrer.isEmpty()) {
            // Typed into the address bar; subresources and links carry a Referer by default.
            boolean typed = wantsPage && !request.headers().has("Origin");
            return new Initiator(typed ? Relation.SAME_SITE : Relation.UNTOLD, typed, null);
        }
        // Schemeful or not depends on the browser: http and https of one domain stay untold.
        boolean sameSite = site(referrer.get(), suffixes).equals(site(request.url(), suffixes));
        // A page of another site may be for a frame, so that only a page of the same site is surely a navigation.
        return new Initiator(sameSite ? Relation.SAME_SITE : Relation.UNTOLD, sameSite && wantsPage, null);
    }

    public boolean isTold() {
        return relation != Relation.UNTOLD;
    }

    /** The context that lets most cookies through among those that the request allows for. */
    public CookieContext context(Request request) {
        boolean crossSite = relation == Relation.CROSS_SITE;
        return new CookieContext(
                request.url(), crossSite, !crossSite || navigation, isSafe(request), crossSite ? topLevelSite : null);
    }

    /** The context that lets the fewest cookies through: cross-site, and a subresource unless that is told. */
    public CookieContext leastTrusted(Request request) {
        return new CookieContext(request.url(), true, navigation, isSafe(request), topLevelSite);
    }

    private static boolean isSafe(Request request) {
        return SAFE_METHODS.contains(request.method());
    }

    private static boolean isSameDomain(Url a, Url b, PublicSuffixes suffixes) {
        return suffixes.registrableDomain(a.host()).equals(suffixes.registrableDomain(b.host()));
    }

    private static String site(Url url, PublicSuffixes suffixes) {
        return url.scheme().wireName() + "://" + suffixes.registrableDomain(url.host());
    }

    private static Optional<Url> url(String text) {
        try {
            return Optional.of(Url.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // "about:blank" and the like tell nothing
        }
    }
}
