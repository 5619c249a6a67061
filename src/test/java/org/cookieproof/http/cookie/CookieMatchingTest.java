package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieMatchingTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "en.wikipedia.test, wikipedia.test,    true",
        "wikipedia.test,    wikipedia.test,    true",
        "a.b.wikipedia.test, wikipedia.test,   true",
        "wikipedia.test,    en.wikipedia.test, false",
        "notwikipedia.test, wikipedia.test,    false",
        "en.wikipedia.test, ikipedia.test,     false",
        "127.0.0.1,         127.0.0.1,         true",
        "127.0.0.1,         0.0.1,             false",
        "[::1],             [::1],             true",
        "1.2.3.4.test,      4.test,            true",
    })
    void matchesDomainsBySection5_1_3(String host, String domain, boolean matches) {
        assertThat(CookieMatching.domainMatch(host, domain)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "/,        /,     true",
        "/dir,     /dir,  true",
        "/dir/,    /dir,  true",
        "/dir/x,   /dir,  true",
        "/dir/x,   /dir/, true",
        "/dirx,    /dir,  false",
        "/dir,     /dir/, false",
        "/,        /dir,  false",
        "/Dir,     /dir,  false",
        "/dir%2Fx, /dir,  false",
    })
    void matchesPathsBySection5_1_4(String requestPath, String cookiePath, boolean matches) {
        assertThat(CookieMatching.pathMatch(requestPath, cookiePath)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "/,                   /",
        "/index.php,          /",
        "/w/index.php,        /w",
        "/w/,                 /w",
        "/wiki/Special:A/b,   /wiki/Special:A",
        "'',                  /",
        "no-slash,            /",
        "no/slash/in/front,   /",
    })
    void takesTheDefaultPathOfSection5_1_4(String requestPath, String defaultPath) {
        assertThat(CookieMatching.defaultPath(requestPath)).isEqualTo(defaultPath);
    }

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "en.wikipedia.test, wikipedia.test",
        "wikipedia.test,    wikipedia.test",
        "test,              test",
        "127.0.0.1,         127.0.0.1",
        "[::1],             [::1]",
    })
    void findsTheRegistrableDomain(String host, String domain) {
        assertThat(PublicSuffixes.SINGLE_LABELS.registrableDomain(host)).isEqualTo(domain);
    }

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({"a.b.example.co.uk, example.co.uk", "example.co.uk, example.co.uk", "co.uk, co.uk", "x.uk, x.uk"})
    void findsTheRegistrableDomainBelowALongerSuffix(String host, String domain) {
        PublicSuffixes uk = name -> name.equals("uk") || name.equals("co.uk");
        assertThat(uk.registrableDomain(host)).isEqualTo(domain);
    }
}
