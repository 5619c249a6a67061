package org.cookieproof.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cookieproof.http.Headers;
import org.cookieproof.http.cache.CacheControl.Directive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheControlTest {

    private static CacheControl control(String value) {
        return CacheControl.of(Headers.of("Cache-Control", value));
    }

    @Test
    void readsTheLineOfAPrivatePageOfMediaWiki() {
        CacheControl control = control("private, must-revalidate, max-age=0");
        assertThat(control.isPrivate()).isTrue();
        assertThat(control.mustRevalidate()).isTrue();
        assertThat(control.maxAge()).contains(Duration.ZERO);
        assertThat(control.noStore()).isFalse();
        assertThat(control.noCache()).isFalse();
        assertThat(control.isPublic()).isFalse();
        assertThat(control.sMaxage()).isEmpty();
    }

    @Test
    void readsAllLinesTogetherWithoutRegardToCaseByRfc9111Section5_2() {
        CacheControl control = CacheControl.of(Headers.of(
                "cache-control", "PUBLIC, S-MaxAge=18000", "Date", "x", "Cache-Control", "No-Store,,max-age=5"));
        assertThat(control.isPublic()).isTrue();
        assertThat(control.sMaxage()).contains(Duration.ofHours(5));
        assertThat(control.noStore()).isTrue();
        assertThat(control.maxAge()).contains(Duration.ofSeconds(5));
        assertThat(control.toString()).isEqualTo("public, s-maxage=18000, no-store, max-age=5");
    }

    @Test
    void readsNothingWhereThereIsNothing() {
        assertThat(CacheControl.of(Headers.NONE).directives()).isEmpty();
        assertThat(CacheControl.of(Headers.NONE).maxAge()).isEmpty();
    }

    @Test
    void keepsACommaInsideQuotesAndUnescapesThem() {
        assertThat(control("ext=\"a, \\\"b\\\"\", private=\"Set-Cookie, X-User\", no-cache=\"set-cookie\"")
                        .directives())
                .containsExactly(
                        new Directive("ext", "a, \"b\""),
                        new Directive("private", "Set-Cookie, X-User"),
                        new Directive("no-cache", "set-cookie"));
    }

    @Test
    void tellsQualifiedPrivateAndNoCacheFromPlainOnesByRfc9111Section5_2_2() {
        CacheControl qualified = control("private=\"Set-Cookie, X-User\", no-cache=\"Set-Cookie\"");
        assertThat(qualified.isPrivate()).isFalse();
        assertThat(qualified.noCache()).isFalse();
        assertThat(qualified.privateFields()).containsExactlyInAnyOrder("set-cookie", "x-user");
        assertThat(qualified.noCacheFields()).containsExactly("set-cookie");
        assertThat(control("private=\"x\", private").isPrivate()).isTrue();
        assertThat(control("no-cache").noCacheFields()).isEmpty();
    }

    @ParameterizedTest(name = "max-age={0} is {1} s")
    @CsvSource({
        "60,            60",
        "'\"60\"',      60",
        "0060,          60",
        "000000000000000060, 60",
        "2147483648,    2147483648",
        "9999999999,    2147483648",
        "99999999999999999999999, 2147483648",
        "-1,            0",
        "1.5,           0",
        "x,             0",
        "'',            0",
    })
    void readsDeltaSecondsByRfc9111Section1_2_2(String text, long seconds) {
        assertThat(control("max-age=" + text).maxAge()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void takesTheFirstOfRepeatedDirectivesByRfc9111Section4_2_1() {
        assertThat(control("max-age=60, max-age=5").maxAge()).contains(Duration.ofMinutes(1));
    }
}
