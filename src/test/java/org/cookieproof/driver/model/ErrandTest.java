package org.cookieproof.driver.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.driver.Call.Asker;
import org.cookieproof.driver.Call.Place;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private static final Url FIRST = Url.parse("https://www.first.test/page");
    private static final Url SHOP = Url.parse("https://shop.first.test/");
    private static final Url OTHER = Url.parse("https://www.other.test/");
    private static final Url PLAIN = Url.parse("http://www.first.test/");

    private static Errand errand(Place place, Url... documents) {
        return new Errand(new Asker(List.of(documents), place), true, PublicSuffixes.SINGLE_LABELS);
    }

    @Test
    void ofAProgramAndOfAPersonIsNobodysButItsOwn() {
        assertThat(new Errand(null, true, PublicSuffixes.SINGLE_LABELS).context(OTHER, "POST"))
                .isEqualTo(CookieContext.direct(OTHER));
        assertThat(errand(Place.ADDRESS_BAR).context(OTHER, "GET")).isEqualTo(CookieContext.direct(OTHER));
    }

    @Test
    void ofALinkIsANavigationThatMayBeCrossSite() {
        assertThat(errand(Place.ADDRESS_BAR, FIRST).context(SHOP, "GET").crossSite())
                .isFalse();
        assertThat(errand(Place.ADDRESS_BAR, FIRST).context(OTHER, "GET"))
                .isEqualTo(new CookieContext(OTHER, true, true, true));
        assertThat(errand(Place.ADDRESS_BAR, FIRST).context(OTHER, "POST"))
                .isEqualTo(new CookieContext(OTHER, true, true, false));
        assertThat(errand(Place.ADDRESS_BAR, PLAIN).context(FIRST, "GET").crossSite())
                .as("schemeful")
                .isTrue();
    }

    @Test
    void ofAnImageIsAThirdPartysWhereAnyDocumentAroundItIsOfAnotherSite() {
        assertThat(errand(Place.IMAGE, FIRST).context(OTHER, "GET"))
                .isEqualTo(new CookieContext(OTHER, true, false, true, "https://first.test"));
        assertThat(errand(Place.IMAGE, FIRST).context(SHOP, "GET").isThirdParty())
                .isFalse();
        assertThat(errand(Place.IMAGE, OTHER, FIRST).context(OTHER, "GET"))
                .as("its own image in a frame of another site")
                .isEqualTo(new CookieContext(OTHER, true, false, true, "https://first.test"));
    }

    @Test
    void tellsServersWhatBrowsersTellThem() {
        assertThat(errand(Place.ADDRESS_BAR).fields(FIRST))
                .containsEntry("Sec-Fetch-Site", "none")
                .containsEntry("Sec-Fetch-Dest", "document");
        assertThat(errand(Place.IMAGE, FIRST).fields(FIRST)).containsEntry("Sec-Fetch-Site", "same-origin");
        assertThat(errand(Place.FRAME, FIRST).fields(SHOP))
                .containsEntry("Sec-Fetch-Site", "same-site")
                .containsEntry("Sec-Fetch-Dest", "iframe");
        Errand there = errand(Place.IMAGE, FIRST);
        assertThat(there.fields(OTHER)).containsEntry("Sec-Fetch-Site", "cross-site");
        assertThat(there.fields(FIRST)).as("and back").containsEntry("Sec-Fetch-Site", "cross-site");
    }

    @Test
    void tellsNothingOverPlainHttpOrWhereItDidNot() {
        assertThat(errand(Place.ADDRESS_BAR).fields(PLAIN)).containsOnlyKeys("Accept");
        Asker person = new Asker(List.of(), Place.ADDRESS_BAR);
        assertThat(new Errand(person, false, PublicSuffixes.SINGLE_LABELS).fields(FIRST))
                .containsOnlyKeys("Accept");
    }
}
