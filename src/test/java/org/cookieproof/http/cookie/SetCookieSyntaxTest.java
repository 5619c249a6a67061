package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import org.cookieproof.http.cookie.SetCookieSyntax.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j; path=/; secure; HttpOnly",
                "enwikiUserID=3; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly",
                "cpPosIndex=5%401795295794%23864b1dc2627829da5c2e0b396087cc35; expires=Sat, 21 Nov 2026 21:16:44 GMT;"
                        + " Max-Age=10; path=/; secure; HttpOnly",
                "enwikiUserName=Zo%C3%AB%20O%27Neil%2C%20jr.%20%28%C3%A9%26%3D%29; path=/",
                "a=",
                "a=\"quoted\"",
                "a=b;Path=/",
                "a=b; SameSite=none; Priority=High",
                "a=b;",
                "__Secure-a=b; Secure",
                "__Host-a=b; Path=/; Secure",
                "a=b; Domain=wikipedia.test; Path="
            })
    void findsNothingInWhatSection4_1_1Allows(String fieldValue) {
        assertThat(SetCookieSyntax.violations(fieldValue)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "novalue                              | RFC 6265bis §4.1.1   | no '='",
                "a b=c                                | RFC 6265bis §4.1.1   | not a token",
                "=c                                   | RFC 6265bis §4.1.1   | not a token",
                "a[]=c                                | RFC 6265bis §4.1.1   | not a token",
                "a=b,c                                | RFC 6265bis §4.1.1   | value of a has ','",
                "a=b c                                | RFC 6265bis §4.1.1   | value of a has %x20",
                "a=\"b                                | RFC 6265bis §4.1.1   | value of a has '\"'",
                "a=b\\                                | RFC 6265bis §4.1.1   | value of a has '\\'",
                "a=Ünï                                | RFC 6265bis §4.1.1   | value of a has %xDC",
                "a=b; Expires=Fri, 31 Dec 2099 23:59:59 GMT | RFC 6265bis §4.1.1 | not an IMF-fixdate",
                "a=b; Expires=Thu, 01-Jan-1970 00:00:01 GMT | RFC 6265bis §4.1.1 | not an IMF-fixdate",
                "a=b; Expires                         | RFC 6265bis §4.1.1   | not an IMF-fixdate",
                "a=b; Max-Age=-1                      | RFC 6265bis §4.1.1   | Max-Age=-1",
                "a=b; Max-Age=1.5                     | RFC 6265bis §4.1.1   | Max-Age=1.5",
                "a=b; Domain=                         | RFC 6265bis §4.1.1   | not a domain name",
                "a=b; Domain=x_y.test                 | RFC 6265bis §4.1.1   | not a domain name",
                "a=b; Domain=..x.test                 | RFC 6265bis §4.1.1   | not a domain name",
                "a=b; Domain=https://x.test           | RFC 6265bis §4.1.1   | not a domain name",
                "a=b; Secure=true                     | RFC 6265bis §4.1.1   | Secure takes no value",
                "a=b; HttpOnly=                       | RFC 6265bis §4.1.1   | HttpOnly takes no value",
                "a=b; SameSite                        | RFC 6265bis §4.1.1   | not Strict, Lax or None",
                "a=b; SameSite=Extended               | RFC 6265bis §4.1.1   | not Strict, Lax or None",
                "a=b; Path=/é                         | RFC 6265bis §4.1.1   | Path has a control or non-ASCII octet",
                "a=b; Path=/; path=/                  | RFC 6265bis §4.1.1   | path is there more than once",
                "__Secure-a=b                         | RFC 6265bis §4.1.3.1 | without Secure",
                "__Host-a=b; Secure                   | RFC 6265bis §4.1.3.2 | needs Secure, Path=/",
                "__Host-a=b; Path=/; Secure; Domain=x.test | RFC 6265bis §4.1.3.2 | needs Secure, Path=/",
            })
    void findsWhatAServerMayNotSend(String fieldValue, String section, String message) {
        assertThat(SetCookieSyntax.violations(fieldValue)).singleElement().satisfies(violation -> {
            assertThat(violation.section()).isEqualTo(section);
            assertThat(violation.message()).contains(message);
            assertThat(violation.harmless()).isFalse();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b; Max-Age=0         | RFC 6265bis §4.1.1",
                "a=b; Domain=.x.test    | RFC 6265bis §4.1.2.3",
                "a = b                  | RFC 9110 §5.6.3",
                "a=b; Path = /          | RFC 9110 §5.6.3",
            })
    void callsHarmlessWhatSection5_6ReadsAsItWasMeant(String fieldValue, String section) {
        assertThat(SetCookieSyntax.violations(fieldValue)).singleElement().satisfies(violation -> {
            assertThat(violation.section()).isEqualTo(section);
            assertThat(violation.harmless()).isTrue();
        });
    }

    @Test
    void findsOnlyHarmlessThingsInADeletionByPhp() {
        assertThat(SetCookieSyntax.violations("centralauth_User=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT;"
                        + " Max-Age=0; path=/; domain=.wikipedia.test; secure; HttpOnly"))
                .hasSize(2)
                .allMatch(Violation::harmless);
    }

    @Test
    void namesEverythingThatIsWrongInOrder() {
        assertThat(SetCookieSyntax.violations("a=b c; Expires=never; Secure=1; Secure"))
                .extracting(Violation::message)
                .containsExactly(
                        "the value of a has %x20",
                        "Expires=never is not an IMF-fixdate",
                        "Secure takes no value",
                        "Secure is there more than once");
    }

    @Test
    void keepsControlCharactersOutOfItsMessages() {
        assertThat(SetCookieSyntax.violations("a\u001b[31m=\u0007; Expires=\u001b"))
                .allSatisfy(violation -> assertThat(violation.message()).matches("[\\x20-\\x7E]*"));
    }
}
