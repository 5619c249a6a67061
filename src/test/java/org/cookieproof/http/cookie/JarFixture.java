package org.cookieproof.http.cookie;

import java.time.InstantSource;
import java.util.Set;
import org.cookieproof.http.Url;

/** Short words for tests of the model: hosts of the observed farm, and the contexts that SameSite tells apart. */
final class JarFixture {

    static final String DELETE = "; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0";

    private JarFixture() {}

    static CookieJar jar(InstantSource clock, CookieDeviation... deviations) {
        return new CookieJar(clock, PublicSuffixes.SINGLE_LABELS, Set.of(deviations));
    }

    static CookieContext direct(String url) {
        return CookieContext.direct(Url.parse(url));
    }

    /** A link or a redirect from another site. */
    static CookieContext crossSiteNavigation(String url) {
        return new CookieContext(Url.parse(url), true, true, true);
    }

    /** A form that another site posts. */
    static CookieContext crossSitePost(String url) {
        return new CookieContext(Url.parse(url), true, true, false);
    }

    /** An image or a script that another site embeds. */
    static CookieContext thirdParty(String url) {
        return new CookieContext(Url.parse(url), true, false, true);
    }

    static CookieContext thirdParty(String url, String topLevelSite) {
        return new CookieContext(Url.parse(url), true, false, true, topLevelSite);
    }

    static Cookie stored(CookieJar jar, String fieldValue, CookieContext context) {
        Outcome outcome = jar.receive(fieldValue, context);
        if (outcome instanceof Outcome.Stored stored) {
            return stored.cookie();
        }
        throw new AssertionError(fieldValue + " was not stored: " + outcome.describe());
    }
}
