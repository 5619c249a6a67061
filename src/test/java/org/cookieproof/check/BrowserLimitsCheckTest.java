package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.cookieproof.evidence.Finding;
import org.junit.jupiter.api.Test;

class BrowserLimitsCheckTest {

    private final Check check = new BrowserLimitsCheck();

    @Test
    void findsASessionJwtOfOneOctetTooMany() {
        String jwt = "sessionJwt=" + "j".repeat(4096 - "sessionJwt".length());
        assertThat(Transcript.of("GET https://en.wikipedia.test/wiki/A\n< Set-Cookie: " + jwt + "; path=/\n")
                        .judgedBy(check))
                .isEmpty();
        assertThat(Transcript.of("GET https://en.wikipedia.test/wiki/A\n< Set-Cookie: " + jwt + "j; path=/\n")
                        .judgedBy(check))
                .extracting(Finding::subject)
                .containsExactly("first /wiki/A cookie sessionJwt: size");
    }

    @Test
    void findsAnAttributeThatBrowsersPassOver() {
        assertThat(Transcript.of("GET https://en.wikipedia.test/wiki/A\n< Set-Cookie: a=1; path=/" + "p".repeat(1024)
                                + "\n")
                        .judgedBy(check))
                .extracting(Finding::subject)
                .containsExactly("first /wiki/A cookie a: attribute size");
    }

    @Test
    void countsCookiesByDomainAndBySite() {
        StringBuilder text = new StringBuilder("GET https://en.wikipedia.test/wiki/A\n");
        for (int i = 0; i < 51; i++) {
            text.append("< Set-Cookie: c").append(i).append("=1; path=/\n");
        }
        assertThat(Transcript.of(text.toString()).judgedBy(check))
                .extracting(Finding::subject)
                .containsExactly("first /wiki/A: number of cookies for one domain");
        assertThat(Transcript.of(Healthy.ALL).judgedBy(check)).isEmpty();
    }
}
