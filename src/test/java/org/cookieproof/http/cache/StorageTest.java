package org.cookieproof.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cookieproof.http.Body;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {

    private static final String DATE = "Sat, 21 Nov 2026 21:16:34 GMT";
    private static final Url URL = Url.parse("https://en.wikipedia.test/wiki/Main_Page");

    private static Request request(String method, String... headers) {
        return new Request(method, URL, Headers.of(headers), Body.EMPTY);
    }

    private static Response response(int status, String... headers) {
        return new Response(status, "", Headers.of(headers), Body.EMPTY);
    }

    @ParameterizedTest(name = "{0} with \"{1}\": {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // What MediaWiki sends: articles, private pages, forms, redirects.
                "200 | s-maxage=18000, must-revalidate, max-age=0                | true",
                "200 | private, must-revalidate, max-age=0                       | false",
                "200 | no-cache, no-store, max-age=0, must-revalidate            | false",
                "302 | private, must-revalidate, max-age=0                       | false",
                "200 | private, s-maxage=0, max-age=18000                        | false",
                "200 | public, s-maxage=0, max-age=18000                         | true",
                "200 | ''                                                        | true",
                "404 | ''                                                        | true",
                "302 | ''                                                        | false",
                "500 | ''                                                        | false",
                "302 | max-age=5                                                 | true",
                "500 | public                                                    | true",
                "200 | private=\"Set-Cookie\"                                    | true",
                "200 | no-cache                                                  | true",
                "103 | public                                                    | false",
                "200 | no-store, must-understand                                 | true",
                "299 | no-store, must-understand                                 | false",
            })
    void knowsWhatASharedCacheMayStoreByRfc9111Section3(int status, String cacheControl, boolean may) {
        Response response = response(status, "Cache-Control", cacheControl);
        assertThat(Storage.sharedCacheMayStore(request("GET"), response)).isEqualTo(may);
    }

    @Test
    void doesNotTakeSetCookieForABarByRfc9111Section7_3() {
        Response response = response(200, "Cache-Control", "s-maxage=5", "Set-Cookie", "enwikiSession=1");
        assertThat(Storage.sharedCacheMayStore(request("GET", "Cookie", "a=b"), response))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=60                  | false",
                "max-age=60, must-revalidate | true",
                "max-age=60, public          | true",
                "s-maxage=60                 | true"
            })
    void asksForPermissionAfterAuthorizationByRfc9111Section3_5(String cacheControl, boolean may) {
        Request request = request("GET", "Authorization", "Bearer x");
        assertThat(Storage.sharedCacheMayStore(request, response(200, "Cache-Control", cacheControl)))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "POST", "get"})
    void knowsWhichMethodsAreCachedByRfc9110Section9_2_3(String method) {
        assertThat(Storage.sharedCacheMayStore(request(method), response(200, "Cache-Control", "max-age=60")))
                .isFalse();
    }

    @Test
    void letsAPostBeStoredOnlyUnderItsOwnLocationByRfc9110Section9_3_3() {
        assertThat(Storage.sharedCacheMayStore(
                        request("POST"),
                        response(200, "Cache-Control", "max-age=60", "Content-Location", "/wiki/Main_Page")))
                .isTrue();
        assertThat(Storage.sharedCacheMayStore(
                        request("POST"),
                        response(200, "Cache-Control", "max-age=60", "Content-Location", "/wiki/Other")))
                .isFalse();
        assertThat(Storage.sharedCacheMayStore(request("POST"), response(200, "Content-Location", "/wiki/Main_Page")))
                .isFalse();
    }

    @Test
    void saysWhyItMustNotBeStored() {
        assertThat(Storage.whySharedCacheMustNotStore(request("GET"), response(200, "Cache-Control", "no-store")))
                .contains("no-store (RFC 9111 §5.2.2.5)");
        assertThat(Storage.whySharedCacheMustNotStore(request("GET"), response(302)))
                .contains("no freshness is given and status 302 is not heuristically cacheable (RFC 9111 §3)");
    }

    @ParameterizedTest(name = "\"{0}\", Expires \"{1}\": {2} s")
    @CsvSource(
            delimiter = '|',
            value = {
                "s-maxage=18000, max-age=0 |                               | 18000",
                "public, max-age=300       |                               | 300",
                "max-age=0                 | Sat, 21 Nov 2026 22:16:34 GMT | 0",
                "no-cache                  | Sat, 21 Nov 2026 22:16:34 GMT | 3600",
                "''                        | Saturday, 21-Nov-26 22:16:34 GMT | 3600",
                "''                        | Sat Nov 21 22:16:34 2026      | 3600",
                "private                   | Thu, 01 Jan 1970 00:00:00 GMT | 0",
                "''                        | 0                             | 0",
                "''                        | -1                            | 0",
                "''                        | Sun, 21 Nov 2026 22:16:34 GMT | 0", // it is a Saturday
            })
    void computesTheLifetimeByRfc9111Section4_2_1(String cacheControl, String expires, long seconds) {
        Response response = expires == null
                ? response(200, "Date", DATE, "Cache-Control", cacheControl)
                : response(200, "Date", DATE, "Cache-Control", cacheControl, "Expires", expires);
        assertThat(Storage.sharedLifetime(response)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void leavesTheLifetimeOpenWhereTheResponseDoesNotSay() {
        assertThat(Storage.sharedLifetime(response(200, "Date", DATE))).isEmpty();
        assertThat(Storage.sharedLifetime(response(200, "Expires", DATE))).isEmpty();
        assertThat(Storage.sharedLifetime(response(200, "Expires", DATE), Instant.parse("2026-11-21T21:16:00Z")))
                .contains(Duration.ofSeconds(34));
    }
}
