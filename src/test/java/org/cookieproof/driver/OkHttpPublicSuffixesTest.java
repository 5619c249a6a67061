package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.cookieproof.http.cookie.PublicSuffixes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkHttpPublicSuffixesTest {

    private final PublicSuffixes suffixes = new OkHttpPublicSuffixes();

    @ParameterizedTest
    @CsvSource({
        "com, true",
        "co.uk, true",
        "github.io, true",
        "test, true",
        "localhost, true",
        "first.test, false",
        "example.co.uk, false",
        "127.0.0.1, false",
        "::1, false",
    })
    void knowsWhatCookiesMustNotBeScopedTo(String domain, boolean isSuffix) {
        assertThat(suffixes.isPublicSuffix(domain)).isEqualTo(isSuffix);
    }

    @ParameterizedTest
    @CsvSource({
        "en.m.wikipedia.org, wikipedia.org",
        "www.first.test, first.test",
        "a.b.example.co.uk, example.co.uk",
        "127.0.0.1, 127.0.0.1",
    })
    void findsTheRegistrableDomain(String host, String domain) {
        assertThat(suffixes.registrableDomain(host)).isEqualTo(domain);
    }
}
