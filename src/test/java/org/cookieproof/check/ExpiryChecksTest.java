package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.junit.jupiter.api.Test;

class ExpiryChecksTest {

    private static String line(String attributes) {
        return "GET https://en.wikipedia.test/wiki/A\n< Set-Cookie: x=1; path=/; " + attributes + "\n";
    }

    private static List<Finding> agree(String attributes) {
        return Transcript.of(line(attributes)).judgedBy(new ExpiryAttributesAgreeCheck());
    }

    private static List<Finding> dates(String expires) {
        return Transcript.of(line("expires=" + expires + "; Max-Age=2592000")).judgedBy(new CookieDatesCheck());
    }

    @Test
    void acceptsThirtyDaysSaidTwiceAndOneSecondOfRounding() {
        assertThat(agree("expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000"))
                .isEmpty();
        assertThat(agree("expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2591999"))
                .isEmpty();
        assertThat(agree("expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0")).isEmpty();
        assertThat(agree("HttpOnly")).isEmpty();
    }

    @Test
    void findsDifferentLives() {
        assertThat(agree("expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2591990"))
                .extracting(Finding::subject)
                .containsExactly("first /wiki/A cookie x: different lives");
    }

    @Test
    void findsADeletionByMaxAgeThatExpiresTakesBack() {
        assertThat(agree("Expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=0"))
                .extracting(Finding::subject)
                .containsExactly("first /wiki/A cookie x: contradiction");
    }

    @Test
    void findsMaxAgeAloneWhichJavaTakesForRfc2965() {
        assertThat(agree("Max-Age=2592000"))
                .extracting(Finding::subject)
                .containsExactly("first /wiki/A cookie x: no Expires");
    }

    @Test
    void warnsOfALifeByTheClientsClockAloneAndNotOfADeletionByIt() {
        assertThat(agree("Expires=Mon, 21 Dec 2026 21:16:34 GMT"))
                .extracting(Finding::subject, Finding::severity)
                .containsExactly(tuple("first /wiki/A cookie x: no Max-Age", Severity.WARNING));
        // As mod_auth_openidc 2.4.12.3 sends it.
        assertThat(agree("Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; HttpOnly; SameSite=None"))
                .isEmpty();
    }

    @Test
    void namesACookieAlikeFromRunToRunWhereItsNameEndsInAHash() {
        for (String hash : List.of("IVYCvm6EeM0Qeng5zV-uich89TU", "Jl9hEntGK8exkePMRmr3TiZIt1s")) {
            String state = "GET https://en.wikipedia.test/wiki/A\n< Set-Cookie: mod_auth_openidc_state_" + hash
                    + "=; Path=/; Max-Age=60\n";
            assertThat(Transcript.of(state).judgedBy(new ExpiryAttributesAgreeCheck()))
                    .extracting(Finding::subject)
                    .containsExactly("first /wiki/A cookie mod_auth_openidc_state_#: no Expires");
        }
    }

    @Test
    void readsEveryDateAsTheStrictestClientDoes() {
        assertThat(dates("Mon, 21 Dec 2026 21:16:34 GMT")).isEmpty();
        assertThat(dates("Thu, 01 Jan 1970 00:00:01 GMT")).isEmpty();
        for (String variant : List.of(
                "Fri, 31 Dec 2099 23:59:59 GMT", // a Thursday
                "Thu Dec 31 23:59:59 2099",
                "Thu, 31 Dec 2099 23:59:59 UTC",
                "Thu, 31 Dec 2099 23:59:59 +0000",
                "31 Dec 2099 23:59:59 GMT",
                "Thu, 31 Dec 2099 23:59:59",
                "thu, 31 dec 2099 23:59:59 gmt",
                "Thu, 31 Dec 99 23:59:59 GMT",
                "Mon, 30 Feb 2099 23:59:59 GMT",
                "1796000000",
                "")) {
            assertThat(dates(variant))
                    .as(variant)
                    .extracting(Finding::subject)
                    .containsExactly("first /wiki/A cookie x");
        }
        assertThat(dates("Thu, 31-Dec-2099 23:59:59 GMT"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(dates("Wed, 31 Dec 3000 23:59:59 GMT"))
                .extracting(Finding::subject)
                .containsExactly("first /wiki/A cookie x: year");
    }
}
