package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.junit.jupiter.api.Test;

class SetCookieSyntaxCheckTest {

    private final Check check = new SetCookieSyntaxCheck();

    private static Transcript line(String value) {
        return Transcript.of("GET https://en.wikipedia.test/wiki/A\n< Set-Cookie: " + value + "\n");
    }

    @Test
    void findsRawUtf8AndControlOctets() {
        // On the wire each octet is a character: this is the UTF-8 of a capital U with diaeresis.
        for (String value : List.of(
                "enwikiUserName=\u00C3\u009Cn\u00C3\u00AF; path=/",
                "enwikiUserName=a\u0001b; path=/",
                "enwikiUserName=a,b; path=/")) {
            assertThat(line(value).judgedBy(check))
                    .as(value)
                    .filteredOn(f -> f.severity() == Severity.ERROR)
                    .extracting(Finding::subject)
                    .containsExactly("first /wiki/A cookie enwikiUserName");
        }
    }

    @Test
    void acceptsPercentEncodedNames() {
        assertThat(line("enwikiUserName=Zo%C3%AB%20O%27Neil%2C%20jr.%20%28%C3%A9%26%3D%29; path=/; secure; HttpOnly")
                        .judgedBy(check))
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatAllClientsReadAlike() {
        assertThat(Transcript.of(Healthy.ALL).judgedBy(check)).isEmpty();
    }
}
