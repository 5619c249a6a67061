package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.junit.jupiter.api.Test;

class NoRedirectLoopCheckTest {

    private final Check check = new NoRedirectLoopCheck();

    @Test
    void findsARequestThatComesBackWithTheSameCookies() {
        String loop = """
                GET https://en.wikipedia.test/wiki/Special:UserLogin
                < 302 Found
                < Location: https://login.wikimedia.test/wiki/Special:CentralAutoLogin/checkLoggedIn?type=redirect
                GET https://login.wikimedia.test/wiki/Special:CentralAutoLogin/checkLoggedIn?type=redirect
                < 302 Found
                < Location: https://en.wikipedia.test/wiki/Special:UserLogin
                GET https://en.wikipedia.test/wiki/Special:UserLogin
                %s
                < 302 Found
                < Location: https://login.wikimedia.test/wiki/Special:CentralAutoLogin/checkLoggedIn?type=redirect
                """;
        List<Finding> findings = Transcript.of(loop.formatted("")).judgedBy(check);
        assertThat(findings).extracting(Finding::subject).containsExactly("first /wiki/Special:UserLogin");
        assertThat(findings.get(0).observed())
                .contains("#1 GET")
                .contains("#2 GET")
                .contains("#3 GET");
        assertThat(Transcript.of(loop.formatted("> Cookie: tried=1")).judgedBy(check))
                .isEmpty();
    }

    @Test
    void findsALoopThatHidesBehindChangingCookies() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append("GET https://en.wikipedia.test/wiki/A\n> Cookie: s=")
                    .append(i)
                    .append("\n< 302 Found\n< Location: /wiki/A\n");
        }
        assertThat(Transcript.of(text.toString()).judgedBy(check)).hasSize(1);
    }

    @Test
    void findsMoreThanTwentyRedirectsInARow() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= 21; i++) {
            text.append("GET https://en.wikipedia.test/wiki/A?hop=")
                    .append(i)
                    .append("\n< 302 Found\n< Location: /wiki/A?hop=")
                    .append(i + 1)
                    .append("\n");
        }
        assertThat(Transcript.of(text.toString()).judgedBy(check))
                .extracting(Finding::subject)
                .containsExactly("first /wiki/A");
    }

    @Test
    void letsTheLoginChainAndRepeatedVisitsBe() {
        assertThat(Transcript.of(Healthy.ALL).judgedBy(check)).isEmpty();
        String visit = """
                GET https://en.wikipedia.test/
                < 302 Found
                < Location: /wiki/Main_Page
                GET https://en.wikipedia.test/wiki/Main_Page
                """;
        assertThat(Transcript.of(visit.repeat(30)).judgedBy(check)).isEmpty();
    }
}
