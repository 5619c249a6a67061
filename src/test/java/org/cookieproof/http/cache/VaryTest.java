package org.cookieproof.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.cookieproof.http.Headers;
import org.junit.jupiter.api.Test;

class VaryTest {

    @Test
    void readsAllLinesWithoutRegardToCaseByRfc9110Section12_5_5() {
        Vary vary = Vary.of(Headers.of("Vary", "Accept-Encoding, Treat-as-Untrusted,", "vary", "COOKIE"));
        assertThat(vary.fieldNames()).containsExactlyInAnyOrder("accept-encoding", "treat-as-untrusted", "cookie");
        assertThat(vary.covers("Cookie")).isTrue();
        assertThat(vary.covers("Authorization")).isFalse();
        assertThat(vary.star()).isFalse();
    }

    @Test
    void takesAStarForEveryField() {
        Vary vary = Vary.of(Headers.of("Vary", "Cookie, *"));
        assertThat(vary.star()).isTrue();
        assertThat(vary.covers("X-Anything")).isTrue();
    }

    @Test
    void coversNothingWhereThereIsNoVary() {
        assertThat(Vary.of(Headers.NONE).fieldNames()).isEmpty();
        assertThat(Vary.of(Headers.of("Vary", "")).covers("Cookie")).isFalse();
    }
}
