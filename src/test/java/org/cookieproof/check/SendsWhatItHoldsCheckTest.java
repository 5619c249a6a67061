package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.cookieproof.evidence.Severity;
import org.junit.jupiter.api.Test;

class SendsWhatItHoldsCheckTest {

    private static final String LOST = """
            GET https://en.wikipedia.test/w/index.php?title=Special:UserLogin
            < 302 Found
            < Location: /wiki/Main_Page
            < Set-Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j; path=/; secure; HttpOnly
            GET https://en.wikipedia.test/wiki/Main_Page
            """;

    private final Check check = new SendsWhatItHoldsCheck();

    @Test
    void warnsOfACookieSetOnARedirectThatTheNextHopLacks() {
        assertThat(Transcript.of(LOST).judgedBy(check)).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.subject()).isEqualTo("first /wiki/Main_Page cookie enwikiSession");
        });
    }

    @Test
    void saysNothingOfARestartOrOfASubresource() {
        assertThat(Transcript.of(LOST.replace(
                                "GET https://en.wikipedia.test/wiki", "# step 2\nGET https://en.wikipedia.test/wiki"))
                        .judgedBy(check))
                .isEmpty();
        assertThat(Transcript.of(LOST).can("scripts").judgedBy(check)).isEmpty();
        assertThat(Transcript.of(Transcript.navigating(LOST)).can("scripts").judgedBy(check))
                .hasSize(1);
    }

    @Test
    void saysNothingOfAHealthyClient() {
        assertThat(Transcript.of(Healthy.ALL).judgedBy(check)).isEmpty();
    }
}
