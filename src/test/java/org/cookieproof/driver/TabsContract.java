package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;

import java.util.Map;
import java.util.Optional;
import org.cookieproof.profile.Capability;
import org.junit.jupiter.api.Test;

/** Several pages side by side in one user agent. */
interface TabsContract {

    ContractBench bench();

    @Test
    default void showsPagesSideBySideWithOneJarOrSaysThatItCannot() {
        bench().on(first("/one"), html("<form><input name=t></form>").withHeader("Set-Cookie", "a=1; Path=/"));
        bench().on(first("/two"), html("<p>Two").withHeader("Set-Cookie", "b=2; Path=/"));
        bench().on(first("/three"), html("<p>Three"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/one"));
            if (!bench().can(Capability.TABS)) {
                assertThatThrownBy(session::openTab).isInstanceOf(NotPossibleException.class);
                return;
            }
            session.fill("input", "typed");
            try (UserAgentSession tab = session.openTab()) {
                assertThat(tab.open(first("/two")).html()).contains("Two");
                assertThat(session.valueOf("input")).contains("typed");
                assertThat(session.page().url()).isEqualTo(first("/one"));
                session.submit(new Form("form", Map.of(), Optional.empty()));
                assertThat(tab.page().url()).isEqualTo(first("/two"));
                assertThat(tab.request(ApiRequest.get(first("/api"))).status()).isEqualTo(404);
            }
            session.open(first("/three"));
        }
        assertThat(cookies(bench().onlyRequestFor(first("/two")))).containsExactly("a=1");
        assertThat(cookies(bench().onlyRequestFor(first("/api")))).containsExactlyInAnyOrder("a=1", "b=2");
        assertThat(cookies(bench().onlyRequestFor(first("/three")))).containsExactlyInAnyOrder("a=1", "b=2");
    }

    @Test
    default void givesEachTabAHistoryOfItsOwnAndEndsThemWithTheUserAgent() {
        if (!bench().can(Capability.TABS)) {
            showsPagesSideBySideWithOneJarOrSaysThatItCannot();
            return;
        }
        for (String page : new String[] {"/one", "/two", "/three", "/four"}) {
            bench().on(first(page), html("<p>Page " + page));
        }
        try (UserAgentSession session = bench().openToBeRestarted()) {
            UserAgentSession tab = session.openTab();
            session.open(first("/one"));
            tab.open(first("/two"));
            session.open(first("/three"));
            tab.open(first("/four"));
            assertThat(session.goBack().url()).isEqualTo(first("/one"));
            assertThat(tab.goBack().url()).isEqualTo(first("/two"));
            session.restart();
            assertThatThrownBy(tab::page).isInstanceOf(IllegalStateException.class);
            tab.close();
            assertThat(session.open(first("/three")).html()).contains("/three");
        }
    }
}
