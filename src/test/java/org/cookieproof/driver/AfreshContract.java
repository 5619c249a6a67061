package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.cookieproof.evidence.Jar;
import org.junit.jupiter.api.Test;

/** What a user agent passes that can start afresh: nobody could tell it from another that has just been started. */
public interface AfreshContract {

    ContractBench bench();

    @Test
    default void startsAfreshAsIfNothingHadBeen() {
        String page = "<p>Two<script src='/kept.js'></script>";
        bench().on(first("/one"), html(page).withHeader("Set-Cookie", "a=1; Path=/; Max-Age=1000", "b=1; Path=/"));
        bench().on(first("/two"), html(page));
        bench().on(
                        first("/kept.js"),
                        WireMock.aResponse()
                                .withHeader("Cache-Control", "max-age=600")
                                .withBody("var kept;"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/one"));
            UserAgentSession tab = session.openTab();
            assertThat(tab.open(first("/two")).html()).contains("Two");
            int kept = bench().requestsFor(first("/kept.js")).size();

            assertThat(session.startAfresh()).isTrue();
            assertThatIllegalStateException().isThrownBy(() -> tab.open(first("/two")));
            assertThat(session.jar())
                    .isInstanceOfSatisfying(
                            Jar.Known.class, jar -> assertThat(jar.cookies()).isEmpty());
            assertThat(session.open(first("/two")).html()).contains("Two");
            assertThat(bench().requestsFor(first("/kept.js")))
                    .as("nothing cached")
                    .hasSize(kept + 1);
            assertThat(session.goBack().html()).as("no history").doesNotContain("Two");
        }
        assertThat(bench().requestsFor(first("/two")))
                .extracting(request -> request.containsHeader("Cookie"))
                .as("with the cookies, then without")
                .startsWith(true, false);
    }
}
