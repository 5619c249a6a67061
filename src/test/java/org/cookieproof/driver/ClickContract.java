package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;

import java.util.Map;
import java.util.Optional;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;
import org.junit.jupiter.api.Test;

/** Pages that do not hold still while they are clicked on. */
interface ClickContract {

    ContractBench bench();

    /** Longer than any library waits for a click before it would click once more. */
    @Test
    default void submitsAFormOnceHoweverLongItsPageTakesOverIt() {
        bench().on(
                        first("/slow"),
                        html(
                                "<form method=post action='/post'><input name=t><button name=b value=1"
                                        + " onclick='const end = Date.now() + 2600; while (Date.now() < end) {}'>Go</button></form>"));
        bench().on(first("/post"), html("<p>Posted"));
        submits(first("/slow"));
    }

    @Test
    default void fillsInAFormAgainWhenItsPageLeadsElsewhereMeanwhile() {
        String form = "<form method=post action='/post'><input name=t %s><button name=b value=1>Go</button></form>";
        bench().on(first("/drifting"), html(form.formatted("onfocus='location.replace(\"/settled\")'")));
        bench().on(first("/settled"), html(form.formatted("")));
        bench().on(first("/post"), html("<p>Posted"));
        submits(first("/drifting"));
    }

    private void submits(Url page) {
        try (UserAgentSession session = bench().open()) {
            session.open(page);
            Form form = new Form("form", Map.of("t", "typed"), Optional.of("b"));
            if (!bench().can(Capability.FORMS)) {
                assertThatThrownBy(() -> session.submit(form)).isInstanceOf(NotPossibleException.class);
                return;
            }
            assertThat(session.submit(form).html()).contains("Posted");
        }
        assertThat(bench().onlyRequestFor(first("/post")).getBodyAsString()).isEqualTo("t=typed&b=1");
    }

    @Test
    default void followsAClickThatNavigatesAtOnce() {
        bench().on(
                        first("/start"),
                        html(
                                "<a id=go href='/by-link' onclick='location.assign(\"/by-script\"); return false'>Go</a>"));
        bench().on(first("/by-link"), html("<p>Arrived"));
        bench().on(first("/by-script"), html("<p>Arrived"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/start"));
            if (!bench().can(Capability.FORMS)) {
                assertThatThrownBy(() -> session.follow("#go")).isInstanceOf(NotPossibleException.class);
                return;
            }
            Page page = session.follow("#go");
            assertThat(page.url()).isEqualTo(first(bench().can(Capability.SCRIPTS) ? "/by-script" : "/by-link"));
            assertThat(page.html()).contains("Arrived");
        }
    }
}
