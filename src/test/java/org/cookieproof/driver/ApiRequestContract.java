package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.other;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests of the user agent's own, outside any navigation. */
interface ApiRequestContract {

    ContractBench bench();

    /** How it encodes a form with {@code action=login} and {@code token=+\ ä}; all spellings mean the same. */
    default String spelledForm() {
        return "action=login&token=%2B%5C+%C3%A4";
    }

    /** Whether it sends other methods, types and fields than links and forms do; otherwise it must say so. */
    default boolean sendsAnyRequest() {
        return true;
    }

    @Test
    default void sendsARequestOfItsOwnWithItsJar() {
        bench().on(first("/page"), html("<p>Page").withHeader("Set-Cookie", "s=1; Path=/"));
        bench().on(
                        first("/api?q=1"),
                        WireMock.jsonResponse("{\"ok\":\"jä\"}", 201).withHeader("Set-Cookie", "api=2; Path=/"));
        bench().on(first("/after"), html("<p>After"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/page"));
            Answer answer = session.request(ApiRequest.get(first("/api?q=1")));
            assertThat(answer).isEqualTo(new Answer(first("/api?q=1"), 201, "{\"ok\":\"jä\"}"));
            assertThat(session.page().html()).as("the page stays").contains("Page");
            session.open(first("/after"));
        }
        assertThat(cookies(bench().onlyRequestFor(first("/api")))).containsExactly("s=1");
        assertThat(cookies(bench().onlyRequestFor(first("/after")))).containsExactlyInAnyOrder("s=1", "api=2");
    }

    @Test
    default void postsAFormOfItsOwnWhateverPageItIsOn() {
        bench().on(other("/page"), html("<p>Elsewhere"));
        bench().on("POST", first("/api"), WireMock.okJson("{}"));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("action", "login");
        form.put("token", "+\\ ä");
        try (UserAgentSession session = bench().open()) {
            session.open(other("/page"));
            Answer answer = session.request(new ApiRequest("POST", first("/api"), form));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(session.page().url()).isEqualTo(other("/page"));
        }
        Request posted = bench().onlyRequestFor(first("/api"));
        assertThat(posted.getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(posted.getBodyAsString()).isEqualTo(spelledForm());
    }

    /** As MediaWiki does for old engines: their fetch() makes plain text of what it does not know. */
    @Test
    default void aPageThatBringsItsOwnHeadersChangesNothing() {
        bench().on(
                        first("/page"),
                        html("<p>Page<script>window.URLSearchParams = function() {}; window.Headers = function() {};"
                                + "</script>"));
        bench().on("POST", first("/api"), WireMock.okJson("{}"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/page"));
            session.request(new ApiRequest("POST", first("/api"), Map.of("action", "login")));
        }
        Request posted = bench().onlyRequestFor(first("/api"));
        assertThat(posted.getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(posted.getBodyAsString()).isEqualTo("action=login");
    }

    @Test
    default void putsJsonWithAHeaderFieldOfTheScenario() {
        bench().on(first("/page"), html("<p>Page"));
        bench().on("PUT", first("/api"), WireMock.okJson("{}"));
        ApiRequest put = new ApiRequest(
                "PUT", first("/api"), Map.of(), Optional.of("{\"a\":[1]}"), Map.of("X-Requested-With", "a test"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/page"));
            if (!sendsAnyRequest()) {
                assertThatThrownBy(() -> session.request(put)).isInstanceOf(NotPossibleException.class);
                assertThat(bench().requestsFor(first("/api"))).isEmpty();
                return;
            }
            assertThat(session.request(put).status()).isEqualTo(200);
        }
        Request sent = bench().onlyRequestFor(first("/api"));
        assertThat(sent.getHeader("X-Requested-With")).isEqualTo("a test");
        assertThat(sent.getHeader("Content-Type")).startsWith("application/json");
        assertThat(sent.getBodyAsString()).isEqualTo("{\"a\":[1]}");
    }
}
