package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.SameSite;
import org.junit.jupiter.api.Test;

class JarMatchesModelCheckTest {

    private static final Instant IN_30_DAYS = Instant.parse("2026-12-21T21:16:34Z");

    private final Check check = new JarMatchesModelCheck();

    private static Jar.Held held(String name, String value, String domain) {
        return new Jar.Held(name, value, domain, null, "/", null, null, null, null);
    }

    @Test
    void findsACookieThatTheLogoutDeleted() {
        List<Finding> findings = Transcript.of(Healthy.ALL)
                .jarAfter(
                        3,
                        held("enwikiUserName", "Alice", "en.wikipedia.test"),
                        held("centralauth_Session", "494ad169b1813b3e32b2e7ad94b058ab", "wikipedia.test"))
                .judgedBy(check);
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("wikipedia.test cookie centralauth_Session: kept although deleted");
        assertThat(findings.get(0).expected()).contains("deleted by #7");
    }

    @Test
    void findsARefusedAndAnExpiredCookie() {
        assertThat(Transcript.of("""
                                GET https://en.wikipedia.test/
                                < Set-Cookie: b=none; path=/; SameSite=None
                                < Set-Cookie: UseDC=master; Max-Age=10; path=/
                                # +20s
                                GET https://en.wikipedia.test/
                                """)
                        .jarAfter(
                                1, held("b", "none", "en.wikipedia.test"), held("UseDC", "master", "en.wikipedia.test"))
                        .judgedBy(check))
                .extracting(Finding::subject)
                .containsExactly("first cookie b: kept although refused", "first cookie UseDC: kept although expired");
    }

    @Test
    void comparesWhatTheEngineTellsAndNoMore() {
        Jar.Held silent = held("enwikiUserName", "Alice", "en.wikipedia.test");
        Jar.Held chromium = new Jar.Held(
                "enwikiUserName", "Alice", "en.wikipedia.test", true, "/", IN_30_DAYS, true, true, SameSite.LAX);
        assertThat(Transcript.of(Healthy.ALL).jarAfter(3, silent, chromium).judgedBy(check))
                .isEmpty();
        Jar.Held wrong = new Jar.Held(
                "enwikiUserName",
                "Alice",
                "en.wikipedia.test",
                false,
                "/",
                IN_30_DAYS.plusSeconds(3600),
                false,
                true,
                SameSite.NONE);
        assertThat(Transcript.of(Healthy.ALL).jarAfter(3, wrong).judgedBy(check))
                .extracting(Finding::subject)
                .containsExactly(
                        "first cookie enwikiUserName: Secure",
                        "first cookie enwikiUserName: host-only",
                        "first cookie enwikiUserName: expiry");
    }

    @Test
    void knowsTheCapThatSomeEnginesApplyAndOthersDoNot() {
        String decade = """
                GET https://en.wikipedia.test/
                < Set-Cookie: pref=1; expires=Sat, 21 Nov 2037 21:16:34 GMT; path=/
                """;
        for (String until : List.of("2027-12-26T21:16:34Z", "2037-11-21T21:16:34Z")) {
            Jar.Held pref =
                    new Jar.Held("pref", "1", "en.wikipedia.test", null, "/", Instant.parse(until), null, null, null);
            assertThat(Transcript.of(decade).jarAfter(1, pref).judgedBy(check))
                    .as(until)
                    .isEmpty();
        }
    }

    @Test
    void concludesNothingFromScriptsCookiesOrProbesThatMayHaveComeLater() {
        assertThat(Transcript.of(Healthy.ALL)
                        .jarAfter(3, held("CentralAuthAnon", "1", "en.wikipedia.test"))
                        .judgedBy(check))
                .isEmpty();
        String probed = Healthy.LOGIN + """
                # probe
                GET https://en.wikipedia.test/
                > Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj
                < Set-Cookie: enwikiSession=l1l1l1l1l1l1l1l1l1l1l1l1l1l1l1l1; path=/; secure; HttpOnly
                """;
        for (String value : List.of("e6jsojjs90dejfbdo1dhcffmdmuiahnj", "l1l1l1l1l1l1l1l1l1l1l1l1l1l1l1l1")) {
            assertThat(Transcript.of(probed)
                            .jarAfter(1, held("enwikiSession", value, "en.wikipedia.test"))
                            .judgedBy(check))
                    .isEmpty();
        }
    }
}
