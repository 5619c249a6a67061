package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import org.cookieproof.http.Headers;
import org.cookieproof.http.cookie.CookieHeader.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieHeaderTest {

    @Test
    void readsPairsInTheirOrder() {
        assertThat(CookieHeader.parse("enwikiSession=stale; enwikiSession=fresh; enwikiUserName=Zo%C3%AB; x=a=b; e="))
                .containsExactly(
                        new Pair("enwikiSession", "stale"),
                        new Pair("enwikiSession", "fresh"),
                        new Pair("enwikiUserName", "Zo%C3%AB"),
                        new Pair("x", "a=b"),
                        new Pair("e", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1; b=2", "a=1;b=2", " a = 1 ;\tb=2; ", "; a=1;; b=2;"})
    void toleratesOtherSpacing(String fieldValue) {
        assertThat(CookieHeader.parse(fieldValue)).containsExactly(new Pair("a", "1"), new Pair("b", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", " ; ;"})
    void findsNothingInNothing(String fieldValue) {
        assertThat(CookieHeader.parse(fieldValue)).isEmpty();
    }

    @Test
    void keepsQuotesCommasAndNamelessPairs() {
        assertThat(CookieHeader.parse("$Version=\"1\"; a=\"x\"; b=1, c=2; nameless; =also"))
                .containsExactly(
                        new Pair("$Version", "\"1\""),
                        new Pair("a", "\"x\""),
                        new Pair("b", "1, c=2"),
                        new Pair("", "nameless"),
                        new Pair("", "also"));
    }

    @Test
    void joinsTheLinesOfARequestByRfc9113Section8_2_3() {
        CookieHeader header = CookieHeader.of(Headers.of("Cookie", "a=1", "Host", "x.test", "cookie", "b=2; a=3"));
        assertThat(header.values("a")).containsExactly("1", "3");
        assertThat(header.first("a")).contains("1");
        assertThat(header.first("A")).isEmpty();
        assertThat(header.has("b")).isTrue();
        assertThat(CookieHeader.of(Headers.NONE).pairs()).isEmpty();
    }
}
