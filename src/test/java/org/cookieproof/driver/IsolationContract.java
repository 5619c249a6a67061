package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.http;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Test;

/**
 * Nothing that one session leaves reaches another, be it of the same process, after it or beside it. What is left is
 * first shown to have been there.
 */
interface IsolationContract {

    ContractBench bench();

    @Test
    default void leavesNothingToOtherSessions() {
        scriptWhatIsLeft();
        try (UserAgentSession beside = bench().open()) {
            beside.open(first("/plain"));
            try (UserAgentSession session = bench().open()) {
                session.open(first("/leave"));
                if (bench().can(Capability.SCRIPTS)) {
                    if (hasWorkers(session)) {
                        waitForTheWorker(session); // which answers that there is one
                    }
                    assertThat(session.open(first("/tell")).html())
                            .as("it is there to be found")
                            .contains("stored=left");
                }
                session.open(http(first("/upgraded")));
                assertFindsNothing(beside, true);
            }
            assertFindsNothing(beside, false);
        }
        try (UserAgentSession after = bench().open()) {
            assertFindsNothing(after, true);
        }
        if (bench().profile().kind() == Profile.Kind.BROWSER) {
            assertThat(bench().onlyRequestFor(first("/upgraded")).getScheme())
                    .as("HSTS")
                    .isEqualTo("https");
        }
    }

    private long loadedWithoutTheCookie() {
        return bench().requestsFor(first("/cached.js")).stream()
                .filter(r -> cookies(r).isEmpty())
                .count();
    }

    private void scriptWhatIsLeft() {
        String script = "<script src='/cached.js'></script>";
        bench().on(first("/plain"), html("<p>Plain"));
        bench().on(
                        first("/leave"),
                        html(script + "<script>localStorage.x = 'left';"
                                        + "if ('serviceWorker' in navigator) navigator.serviceWorker.register('/worker.js')</script>")
                                .withHeader("Set-Cookie", "left=1; Path=/; Max-Age=1000")
                                .withHeader("Strict-Transport-Security", "max-age=1000"));
        bench().on(first("/worker.js"), WireMock.ok("""
                                oninstall = () => skipWaiting();
                                onactivate = e => e.waitUntil(clients.claim());
                                onfetch = e => { if (e.request.url.endsWith('/seen'))
                                                   e.respondWith(new Response('by the worker')); };
                                """).withHeader("Content-Type", "text/javascript"));
        bench().on(first("/tell"), html(script + """
                                <p id=p></p><script>
                                document.getElementById('p').textContent =
                                    `stored=${localStorage.x} workers=${'serviceWorker' in navigator}`</script>"""));
        bench().on(first("/seen"), WireMock.ok("by the server"));
        bench().on(
                        first("/cached.js"),
                        WireMock.ok("document.title = 'ran'")
                                .withHeader("Content-Type", "text/javascript")
                                .withHeader("Cache-Control", "max-age=3600"));
        bench().on(first("/upgraded"), html("<p>Upgraded"));
        bench().on(first("/not-upgraded"), html("<p>Not upgraded"));
    }

    /** Every browser has; a client with scripts may say to pages that it has none. */
    private boolean hasWorkers(UserAgentSession session) {
        return bench().profile().kind() == Profile.Kind.BROWSER
                || session.open(first("/tell")).html().contains("workers=true");
    }

    private static void waitForTheWorker(UserAgentSession session) {
        while (seen(session).equals("by the server")) {
            Thread.onSpinWait(); // the contract's time limit ends a worker that never comes
        }
        assertThat(seen(session)).isEqualTo("by the worker");
    }

    private static String seen(UserAgentSession session) {
        return session.request(ApiRequest.get(first("/seen"))).body();
    }

    private void assertFindsNothing(UserAgentSession session, boolean forTheFirstTime) {
        int before = bench().requestsFor(first("/not-upgraded")).size();
        session.open(http(first("/not-upgraded")));
        Request request = bench().requestsFor(first("/not-upgraded")).get(before);
        assertThat(request.getScheme()).isEqualTo("http");
        assertThat(cookies(request)).isEmpty();
        long loaded = loadedWithoutTheCookie();
        String told = session.open(first("/tell")).html();
        if (bench().can(Capability.SCRIPTS)) {
            assertThat(told).contains("stored=undefined");
            assertThat(seen(session)).isEqualTo("by the server");
            assertThat(loadedWithoutTheCookie() > loaded || !forTheFirstTime)
                    .as("not from another's cache")
                    .isTrue();
        }
    }
}
