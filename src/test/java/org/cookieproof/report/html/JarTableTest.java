package org.cookieproof.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieAccount.StepJar;
import org.cookieproof.evidence.CookieAccount.Witness;
import org.cookieproof.evidence.Jar.Held;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class JarTableTest {

    /** The first user agent plays the steps 1 and 4, the phone 2 and 3; step 5 did not end. */
    private static final CookieAccount TWO = new CookieAccount(
            List.of(), List.of(jar(1, "", "a"), jar(4, "", "a", "b"), jar(2, "phone", "c"), jar(3, "phone", "c", "d")));

    private static StepJar jar(int step, String userAgent, String... cookies) {
        return new StepJar(
                step,
                Witness.USER_AGENT,
                "",
                List.of(cookies).stream()
                        .map(c -> new Held(c, "v", "x.test", true, "/", null, null, null, null))
                        .toList(),
                userAgent);
    }

    private static Element shown(int step, CookieAccount account, String first) {
        Markup html = new Markup();
        html.open("div");
        JarTable.show(html, "j", JarTable.around(step, account, Optional.of(first)));
        html.close();
        return Jsoup.parse(html.toString()).selectFirst("div");
    }

    @Test
    void theJarOfEachUserAgentStandsUnderItsName() {
        Element shown = shown(4, TWO, "");
        assertThat(shown.select("h4").eachText())
                .containsExactly(
                        "The jar of the first user agent before and after step 4",
                        "The jar of phone before and after step 4");
        Elements tables = shown.select("table.jar tbody");
        // Its step before was the first: what the phone did in between is not this jar's.
        assertThat(tables.get(0).select("tr").eachText())
                .containsExactly("added b x.test v session", "– a x.test v v session");
        assertThat(tables.get(1).select("tr.same")).hasSize(2);
        assertThat(shown.select("p").get(1).text())
                .startsWith("It took no part in this step: the jar as it was after step 3");
        assertThat(shown.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theOneThatTheExchangeBelongsToComesFirst() {
        assertThat(shown(4, TWO, "phone").select("h4").first().text()).contains("phone");
    }

    @Test
    void whoHadNotPlayedYetHasNoJar() {
        assertThat(shown(1, TWO, "").select("h4").eachText())
                .containsExactly("The jar of the first user agent before and after step 1");
        assertThat(shown(2, TWO, "phone")
                        .select("table")
                        .first()
                        .select("tbody tr")
                        .eachText())
                .containsExactly("added c x.test v session");
    }

    @Test
    void aStepThatDidNotEndHasNoJars() {
        assertThat(shown(5, TWO, "").select("h4")).isEmpty();
    }

    @Test
    void aLoneUserAgentNeedsNoName() {
        CookieAccount one = new CookieAccount(List.of(), List.of(jar(1, "", "a")));
        assertThat(shown(1, one, "").select("h4").text()).isEqualTo("The jar before and after step 1");
    }
}
