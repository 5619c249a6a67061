package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.http;
import static org.cookieproof.driver.ContractBench.silent;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;

/** What a browser passes whose library tells whether its page has come to rest. */
public interface IdleContract {

    ContractBench bench();

    @Test
    default void isIdleOnceAScriptHasDoneWhatItDoesWithWhatHasCome() {
        bench().on(
                        first("/asks"),
                        html("<title>asks</title><script>onload = () => fetch('/soon').then(a => a.text())"
                                + ".then(t => setTimeout(() => { document.title = t }, 1))</script>"));
        bench().on(first("/soon"), WireMock.ok("has it"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/asks"));
            while (!session.isIdle()) {
                assertThat(session.page().error()).isEmpty();
            }
            assertThat(session.page().html()).contains("<title>has it");
        }
    }

    @Test
    default void isNotIdleWhileAScriptWaitsForAnAnswer() {
        bench().on(http(first("/waits")), html("<script>onload = () => { fetch('" + silent() + "') }</script>"));
        try (UserAgentSession session = bench().open()) {
            session.open(http(first("/waits")));
            assertThat(session.isIdle()).isFalse();
        }
    }

    /** Each tells of itself alone. */
    @Test
    default void saysNothingOfSeveralTabs() {
        bench().on(first("/page"), html("<p>Page"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/page"));
            try (UserAgentSession other = session.openTab()) {
                other.open(first("/page"));
                assertThat(session.isIdle()).isFalse();
                assertThat(other.isIdle()).isFalse();
            }
        }
    }
}
