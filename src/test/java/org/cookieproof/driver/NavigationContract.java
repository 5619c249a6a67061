package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.http;
import static org.cookieproof.driver.ContractBench.other;
import static org.cookieproof.driver.ContractBench.redirect;

import com.github.tomakehurst.wiremock.http.Request;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.junit.jupiter.api.Test;

/** Opening, following, redirects, history, and what a page loads. */
interface NavigationContract {

    ContractBench bench();

    /** Whether it sends Referer; otherwise it must send none. */
    default boolean saysWhereItComesFrom() {
        return true;
    }

    /** Whether it may know without asking where a URL that has redirected to itself leads. */
    default boolean followsFromItsCache() {
        return false;
    }

    /** Whether it asks once more for a URL that redirects to itself; otherwise it must not. */
    default boolean followsAUrlToItself() {
        return true;
    }

    @Test
    default void opensADocumentOverBothSchemes() {
        bench().on(first("/hello?a=1"), html("<p>Hello"));
        try (UserAgentSession session = bench().open()) {
            for (Url url : new Url[] {first("/hello?a=1"), http(first("/hello?a=1"))}) {
                Page page = session.open(url);
                assertThat(page.error()).isEmpty();
                assertThat(page.url()).isEqualTo(url);
                assertThat(page.html()).contains("Hello");
                assertThat(session.page().url()).isEqualTo(url);
            }
        }
        assertThat(bench().requestsFor(first("/hello")))
                .extracting(Request::getScheme)
                .containsExactly("https", "http");
    }

    @Test
    default void namesItsEngineWithItsVersion() {
        try (UserAgentSession session = bench().open()) {
            assertThat(session.engine()).matches("\\S.* \\d+.*");
        }
    }

    @Test
    default void showsAnErrorPageOfTheServerAsADocument() {
        bench().on(first("/broken"), html("<p>Out of order").withStatus(500));
        try (UserAgentSession session = bench().open()) {
            Page page = session.open(first("/broken"));
            assertThat(page.error()).isEmpty();
            assertThat(page.html()).contains("Out of order");
        }
    }

    /** Whether a 401 without WWW-Authenticate, which RFC 9110 §15.5.2 asks for, is a page as any other to it. */
    default boolean takesARefusalWithoutAChallenge() {
        return true;
    }

    /** A browser for terminals may ask whether to show it. */
    @Test
    default void showsAPageThatIsRefusedAsADocument() {
        bench().on(first("/private"), html("<p>Not for you").withStatus(401));
        try (UserAgentSession session = bench().open()) {
            Page page = session.open(first("/private"));
            if (takesARefusalWithoutAChallenge()) {
                assertThat(page.error()).isEmpty();
                assertThat(page.html()).contains("Not for you");
            } else {
                assertThat(page.error()).isPresent();
            }
        }
    }

    @Test
    default void followsALinkAndSaysWhereItComesFrom() {
        bench().on(first("/dir/start?x=1"), html("<a id=go href='next?a=1&amp;b=2#part'>Next</a>"));
        bench().on(first("/dir/next?a=1&b=2"), html("<p>Arrived"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/dir/start?x=1"));
            if (!bench().can(Capability.FORMS)) {
                assertThatThrownBy(() -> session.follow("#go")).isInstanceOf(NotPossibleException.class);
                return;
            }
            Page page = session.follow("#go");
            assertThat(page.url()).isEqualTo(first("/dir/next?a=1&b=2"));
            assertThat(page.html()).contains("Arrived");
        }
        assertThat(bench().onlyRequestFor(first("/dir/next")).getHeader("Referer"))
                .isEqualTo(saysWhereItComesFrom() ? first("/dir/start?x=1").toString() : null);
    }

    @Test
    default void carriesAndSetsCookiesAtEveryHopOfARedirectAcrossHosts() {
        bench().on(other("/seed"), html("<p>Seed").withHeader("Set-Cookie", "seed=1; Path=/"));
        bench().on(http(first("/start")), redirect(302, other("/middle")).withHeader("Set-Cookie", "a=1; Path=/"));
        bench().on(other("/middle"), redirect(303, first("/end")).withHeader("Set-Cookie", "b=2; Path=/"));
        bench().on(first("/end"), html("<p>End"));
        bench().on(other("/after"), html("<p>After"));
        try (UserAgentSession session = bench().open()) {
            session.open(other("/seed"));
            Page page = session.open(http(first("/start")));
            if (!bench().can(Capability.REDIRECTS)) {
                assertThat(page.url()).isEqualTo(http(first("/start")));
                assertThat(bench().requestsFor(other("/middle"))).isEmpty();
                return;
            }
            assertThat(page.url()).isEqualTo(first("/end"));
            assertThat(page.html()).contains("End");
            session.open(other("/after"));
        }
        if (bench().profile().deviationSet().contains(CookieDeviation.LEAKS_TO_EVERY_HOST)) {
            assertThat(cookies(bench().onlyRequestFor(first("/start")))).containsExactly("seed=1");
            assertThat(cookies(bench().onlyRequestFor(other("/middle")))).containsExactlyInAnyOrder("seed=1", "a=1");
            assertThat(cookies(bench().onlyRequestFor(first("/end"))))
                    .containsExactlyInAnyOrder("seed=1", "a=1", "b=2");
            return;
        }
        assertThat(cookies(bench().onlyRequestFor(first("/start")))).isEmpty();
        assertThat(cookies(bench().onlyRequestFor(other("/middle")))).containsExactly("seed=1");
        assertThat(cookies(bench().onlyRequestFor(first("/end")))).containsExactly("a=1");
        assertThat(cookies(bench().onlyRequestFor(other("/after")))).containsExactlyInAnyOrder("seed=1", "b=2");
    }

    @Test
    default void observesARedirectLoop() {
        bench().on(first("/loop"), redirect(302, first("/loop")));
        bench().on(first("/fine"), html("<p>Fine"));
        try (UserAgentSession session = bench().open()) {
            Page page = session.open(first("/loop"));
            if (bench().can(Capability.REDIRECTS)) {
                assertThat(page.error()).isPresent();
                if (followsAUrlToItself()) {
                    assertThat(bench().requestsFor(first("/loop")))
                            .hasSizeGreaterThanOrEqualTo(followsFromItsCache() ? 1 : 2);
                } else {
                    assertThat(bench().requestsFor(first("/loop"))).hasSize(1);
                }
            } else {
                assertThat(page.error()).isEmpty();
                assertThat(bench().requestsFor(first("/loop"))).hasSize(1);
            }
            assertThat(session.open(first("/fine")).html())
                    .as("it goes on after that")
                    .contains("Fine");
        }
    }

    @Test
    default void followsNineteenRedirectsInARowOnlyWhenItIsDeclaredTo() {
        for (int i = 1; i <= 19; i++) {
            bench().on(first("/" + i), redirect(302, first("/" + (i + 1))));
        }
        bench().on(first("/20"), html("<p>Arrived"));
        try (UserAgentSession session = bench().open()) {
            Page page = session.open(first("/1"));
            boolean arrived = page.error().isEmpty() && page.html().contains("Arrived");
            assertThat(arrived).isEqualTo(bench().can(Capability.LONG_REDIRECT_CHAINS));
        }
    }

    @Test
    default void goesBackToWhatWasTypedOrSaysThatItCannot() {
        bench().on(
                        first("/typed"),
                        html("<form><input id=t name=t></form><a id=go href='/away'>Away</a>")
                                .withHeader("Cache-Control", "private, must-revalidate, max-age=0"));
        bench().on(first("/away"), html("<p>Away"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/typed"));
            if (!bench().can(Capability.HISTORY)) {
                assertThatThrownBy(session::goBack).isInstanceOf(NotPossibleException.class);
                return;
            }
            session.fill("#t", "half a sentence");
            session.follow("#go");
            Page page = session.goBack();
            assertThat(page.url()).isEqualTo(first("/typed"));
            assertThat(session.valueOf("#t")).contains("half a sentence");
        }
    }

    @Test
    default void loadsImagesOnlyWhenItIsDeclaredTo() {
        bench().on(
                        first("/gallery"),
                        html("<img src='/pixel.png'><p>Gallery").withHeader("Set-Cookie", "seen=1; Path=/"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/gallery"));
        }
        if (bench().can(Capability.IMAGES)) {
            assertThat(cookies(bench().onlyRequestFor(first("/pixel.png")))).containsExactly("seen=1");
        } else {
            assertThat(bench().requestsFor(first("/pixel.png"))).isEmpty();
        }
    }

    @Test
    default void runsScriptsOnlyWhenItIsDeclaredTo() {
        bench().on(
                        first("/script"),
                        html("<p id=p>raw</p><script>document.getElementById('p').textContent = 'scrip' + 'ted';"
                                + "</script>"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/script"));
            assertThat(session.page().html()).contains(bench().can(Capability.SCRIPTS) ? ">scripted</p>" : ">raw</p>");
        }
    }

    @Test
    default void isNotConfusedByHostileContent() {
        String hostile = "<base href='javascript:alert(1)'><title>&#0;\u0001</title><form><form id=f action='/x'>"
                + "<input name='a' value='\"><script>'></form><a id=bad href='http://[::bad'>bad</a>"
                + "<table><form><div>".repeat(50)
                + "<div>".repeat(3_000)
                + "<![CDATA[ --> </html><p id=end>still here";
        bench().on(first("/hostile"), html(hostile));
        bench().on(first("/fine"), html("<p>Fine"));
        try (UserAgentSession session = bench().open()) {
            Page page = session.open(first("/hostile"));
            assertThat(page.error()).isEmpty();
            assertThat(page.html()).contains("still here");
            if (bench().can(Capability.FORMS)) {
                assertThat(session.valueOf("input[name=a]")).contains("\"><script>");
            }
            assertThat(session.open(first("/fine")).html()).contains("Fine");
        }
    }
}
