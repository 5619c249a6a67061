package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.junit.jupiter.api.Test;

class NoSecureOverHttpCheckTest {

    private final Check check = new NoSecureOverHttpCheck();

    /** Before T124252's fix: the user requires https, the API was asked over http. */
    private static final String API_LOGIN = """
            POST http://en.wikipedia.test/w/api.php
            >> action=login&lgname=Alice
            < 200 OK
            < Set-Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j; path=/; secure; httponly
            """;

    @Test
    void findsTheSecureSessionOfAnApiLoginOverHttp() {
        Finding finding = only(Transcript.of(API_LOGIN).judgedBy(check));
        assertThat(finding.subject()).isEqualTo("first /w/api.php cookie enwikiSession");
        assertThat(finding.source()).isEqualTo("T124252");
        assertThat(finding.exchange()).hasValue(1);
        assertThat(finding.header())
                .contains("Set-Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j; path=/; secure; httponly");
    }

    @Test
    void judgesProbesAndTheHarnessAlike() {
        assertThat(Transcript.of("# harness\n" + API_LOGIN).judgedBy(check)).hasSize(1);
        assertThat(Transcript.of("# probe\n" + API_LOGIN).judgedBy(check)).hasSize(1);
    }

    @Test
    void letsARedirectToHttpsAndHttpsItselfBe() {
        String redirect = API_LOGIN.replace("200 OK", "302 Found\n< Location: https://en.wikipedia.test/w/api.php");
        assertThat(Transcript.of(redirect).judgedBy(check)).isEmpty();
        assertThat(Transcript.of(API_LOGIN.replace("http://", "https://")).judgedBy(check))
                .isEmpty();
    }

    @Test
    void honoursAnExceptionOfTheTargetByRolePathAndCookie() {
        assertThat(Transcript.of(API_LOGIN)
                        .excepting("no-secure-over-http", Role.FIRST, "^/w/api", "enwiki.*")
                        .judgedBy(check))
                .isEmpty();
        assertThat(Transcript.of(API_LOGIN)
                        .excepting("no-secure-over-http", null, ".*", ".*")
                        .judgedBy(check))
                .isEmpty();
        assertThat(Transcript.of(API_LOGIN)
                        .excepting("no-secure-over-http", Role.CENTRAL, ".*", ".*")
                        .judgedBy(check))
                .hasSize(1);
        assertThat(Transcript.of(API_LOGIN)
                        .excepting("no-secure-over-http", null, ".*", "centralauth.*")
                        .judgedBy(check))
                .hasSize(1);
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
