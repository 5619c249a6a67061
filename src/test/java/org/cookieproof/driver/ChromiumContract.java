package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.other;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.SameSite;
import org.cookieproof.profile.Capability;
import org.junit.jupiter.api.Test;

/** What a Chromium of today does, whichever library drives it. */
public interface ChromiumContract extends EveryChromiumContract {

    @Override
    ContractBench bench();

    @Test
    default void sendsAndStoresThirdPartyCookiesOnlyWhenItIsDeclaredTo() {
        bench().on(other("/login"), html("<p>In").withHeader("Set-Cookie", "own=1; Path=/; Secure; SameSite=None"));
        bench().on(
                        first("/embedding"),
                        html("<img src='%s'><script src='%s'></script>".formatted(other("/i.png"), other("/s.js"))));
        bench().on(
                        other("/i.png"),
                        WireMock.notFound().withHeader("Set-Cookie", "fromImage=1; Path=/; Secure; SameSite=None"));
        bench().on(
                        other("/s.js"),
                        WireMock.ok("document.title = 'ran'")
                                .withHeader("Content-Type", "text/javascript")
                                .withHeader("Set-Cookie", "fromScript=1; Path=/; Secure; SameSite=None"));
        bench().on(other("/after"), html("<p>After"));
        try (UserAgentSession session = bench().open()) {
            session.open(other("/login"));
            session.open(first("/embedding"));
            session.open(other("/after"));
        }
        boolean allowed = bench().can(Capability.THIRD_PARTY_COOKIES);
        for (Url embedded : List.of(other("/i.png"), other("/s.js"))) {
            assertThat(cookies(bench().onlyRequestFor(embedded)).contains("own=1"))
                    .isEqualTo(allowed);
        }
        assertThat(cookies(bench().onlyRequestFor(other("/after"))))
                .containsExactlyInAnyOrderElementsOf(
                        allowed ? List.of("own=1", "fromImage=1", "fromScript=1") : List.of("own=1"));
    }

    /** Its profiles declare {@code lax-default-allows-unsafe}; who is Lax by its own word goes with safe methods only. */
    @Test
    default void postsFreshCookiesWithoutSameSiteFromAnotherSite() {
        bench().on(
                        other("/login"),
                        html("<p>In").withHeader("Set-Cookie", "unmarked=1; Secure", "lax=1; Secure; SameSite=Lax"));
        bench().on(
                        first("/form"),
                        html("<form method=post action='%s'><button>Go</button></form>".formatted(other("/posted"))));
        bench().on(other("/posted"), html("<p>Posted"));
        try (UserAgentSession session = bench().open()) {
            session.open(other("/login"));
            session.open(first("/form"));
            Page page = session.submit(new Form("form", Map.of(), Optional.empty()));
            assertThat(page.html()).contains("Posted");
        }
        assertThat(cookies(bench().onlyRequestFor(other("/posted")))).containsExactly("unmarked=1");
    }

    /** Playwright turns this off unless told otherwise. */
    @Test
    default void keepsTheStorageOfThirdPartiesApartAsPeoplesBrowsersDo() {
        bench().on(first("/framing"), html("<iframe src='%s'></iframe>".formatted(other("/store"))));
        bench().on(other("/store"), html("<script>try { localStorage.x = 'framed' } catch (e) {}</script>"));
        bench().on(other("/tell"), html("<p id=p></p><script>p.textContent = 'x=' + localStorage.x</script>"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/framing"));
            assertThat(session.open(other("/tell")).html()).contains("x=undefined");
        }
    }

    @Test
    default void tellsWhereNoSameSiteWasGiven() {
        bench().on(
                        first("/set"),
                        html("<p>").withHeader("Set-Cookie", "plain=1", "lax=1; SameSite=Lax", "odd=1; SameSite=Odd"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/set"));
            Jar.Known jar = (Jar.Known) session.jar();
            assertThat(jar.complete()).isTrue();
            assertThat(jar.cookies())
                    .extracting(Jar.Held::name, Jar.Held::sameSite)
                    .containsExactlyInAnyOrder(
                            tuple("plain", SameSite.UNSPECIFIED),
                            tuple("lax", SameSite.LAX),
                            tuple("odd", SameSite.UNSPECIFIED));
        }
    }
}
