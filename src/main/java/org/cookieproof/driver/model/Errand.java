package org.cookieproof.driver.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.Call;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.jspecify.annotations.Nullable;

/** One call on its way through its redirects: for whom it is made, and what each hop therefore is to a cookie. */
final class Errand {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE"); // RFC 9110 §9.2.1

    private static final String PAGES = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String IMAGES = "image/png,image/*;q=0.8,*/*;q=0.5";

    private final Call.@Nullable Asker asker;
    private final boolean tellsItsContext;
    private final PublicSuffixes suffixes;
    private Relation farthest = Relation.NONE;

    /** From near to far, as Fetch Metadata §2.3 spells them. */
    private enum Relation {
        NONE("none"),
        SAME_ORIGIN("same-origin"),
        SAME_SITE("same-site"),
        CROSS_SITE("cross-site");

        private final String spelled;

        Relation(String spelled) {
            this.spelled = spelled;
        }
    }

    /**
     * @param asker           null for a program
     * @param tellsItsContext whether it sends Sec-Fetch-* as browsers have since 2020 or so
     */
    Errand(Call.@Nullable Asker asker, boolean tellsItsContext, PublicSuffixes suffixes) {
        this.asker = asker;
        this.tellsItsContext = tellsItsContext;
        this.suffixes = suffixes;
    }

    /** RFC 6265bis §5.2; each hop is measured against the pages that asked, not against the hops before it. */
    CookieContext context(Url url, String method) {
        if (asker == null || asker.documents().isEmpty()) {
            return CookieContext.direct(url);
        }
        List<Url> documents = asker.documents();
        boolean crossSite =
                documents.stream().anyMatch(document -> !site(document).equals(site(url)));
        String top = site(documents.get(documents.size() - 1));
        boolean topLevel = asker.isNavigation();
        return new CookieContext(url, crossSite, topLevel, SAFE_METHODS.contains(method), topLevel ? null : top);
    }

    /** What a browser says of the next hop besides its cookies. */
    Map<String, String> fields(Url url) {
        if (asker == null) {
            return Map.of();
        }
        boolean image = asker.place() == Call.Place.IMAGE;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Accept", image ? IMAGES : PAGES);
        if (!asker.documents().isEmpty()) {
            Relation here = relation(asker.documents().get(0), url);
            // What was cross-site once stays so, wherever redirects lead.
            farthest = here.compareTo(farthest) > 0 ? here : farthest;
        }
        if (tellsItsContext && url.isSecure()) {
            fields.put("Sec-Fetch-Site", farthest.spelled);
            fields.put("Sec-Fetch-Mode", image ? "no-cors" : "navigate");
            fields.put(
                    "Sec-Fetch-Dest",
                    switch (asker.place()) {
                        case ADDRESS_BAR -> "document";
                        case FRAME -> "iframe";
                        case IMAGE -> "image";
                    });
        }
        return fields;
    }

    private Relation relation(Url document, Url url) {
        if (document.origin().equals(url.origin())) {
            return Relation.SAME_ORIGIN;
        }
        return site(document).equals(site(url)) ? Relation.SAME_SITE : Relation.CROSS_SITE;
    }

    private String site(Url url) {
        return url.scheme().wireName() + "://" + suffixes.registrableDomain(url.host());
    }
}
