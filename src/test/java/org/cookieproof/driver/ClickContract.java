package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;

import java.util.List;
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

    /** A phone shows such a page smaller than it is, or a part of it. */
    @Test
    default void followsALinkWhereverItStandsOnAPage() {
        String phone = "<meta name=viewport content='width=device-width, initial-scale=1'>";
        // Not at the very edge: WebKitGTK's scroll bar lies over it there and takes the button's release.
        String corner =
                "<div style='width:2000px;height:3000px;text-align:right;padding-right:99px'><a id=go href='/there'>go</a></div>";
        List<String> pages = List.of(
                "<a id=go href='/there'>go</a>",
                "<div style='height:3000px'></div><a id=go href='/there'>go</a>",
                phone + "<a id=go href='/there'>go</a>",
                corner,
                phone + corner);
        bench().on(first("/there"), html("<p>Arrived"));
        for (int i = 0; i < pages.size(); i++) {
            bench().on(first("/" + i), html(pages.get(i)));
        }
        try (UserAgentSession session = bench().open()) {
            for (int i = 0; i < pages.size() && bench().can(Capability.FORMS); i++) {
                session.open(first("/" + i));
                assertThat(session.follow("#go").html()).as(pages.get(i)).contains("Arrived");
            }
        }
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
