package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.junit.jupiter.api.Test;

class LeakChecksTest {

    @Test
    void findsASessionIdInALocation() {
        List<Finding> findings = Transcript.of(Healthy.ALL.replace(
                        "start?token=95811fee4e1a79cf6ff83af2931c3ec3",
                        "start?session=7a188d3ede0d140a6c1e47f4ebb964df"))
                .judgedBy(new NoCredentialInUrlCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly(
                        "first /w/index.php?title=Special:UserLogin: Location",
                        "central /wiki/Special:CentralLogin/start: request URL");
        assertThat(findings.get(0).observed()).contains("centralauth_Session").doesNotContain("7a188d3e");
    }

    @Test
    void findsAPasswordInAUrlByItsNameAndByItsValue() {
        assertThat(Transcript.of("GET https://en.wikipedia.test/w/api.php?action=login&lgpassword=x\n")
                        .judgedBy(new NoCredentialInUrlCheck()))
                .extracting(Finding::subject)
                .containsExactly("first /w/api.php?action=login: request URL");
        assertThat(Transcript.of(Healthy.ALL + "GET https://en.wikipedia.test/wiki/A?q=correct-horse-7\n")
                        .judgedBy(new NoCredentialInUrlCheck()))
                .extracting(Finding::subject)
                .containsExactly("first /wiki/A: request URL");
    }

    @Test
    void allowsOneTimeValuesThatTheDictionaryNames() {
        assertThat(Transcript.of(Healthy.ALL).judgedBy(new NoCredentialInUrlCheck()))
                .isEmpty();
        assertThat(Transcript.of(Healthy.ALL
                                + "GET https://en.wikipedia.test/wiki/A?token=0cc175b9c0f1b6a831c399e269772661\n")
                        .judgedBy(new NoCredentialInUrlCheck()))
                .isEmpty();
    }

    @Test
    void findsASessionIdUnderTheNameOfAOneTimeValue() {
        List<Finding> findings = Transcript.of(
                        Healthy.ALL + "GET https://en.wikipedia.test/wiki/A?token=7a188d3ede0d140a6c1e47f4ebb964df\n")
                .judgedBy(new NoCredentialInUrlCheck());
        assertThat(findings).extracting(Finding::subject).containsExactly("first /wiki/A: request URL");
        assertThat(findings.get(0).observed()).contains("centralauth_Session").doesNotContain("7a188d3e");
    }

    @Test
    void findsACentralTokenAtTheCanary() {
        List<Finding> findings = Transcript.of("""
                        GET https://evilwikipedia.test/
                        > Cookie: centralauth_Token=b6ceb9a84d5b44d54b41076407f6ca49; UseDC=master
                        """).judgedBy(new ForeignGetsNoCredentialCheck());
        assertThat(findings).extracting(Finding::subject).containsExactly("foreign / cookie centralauth_Token");
    }

    @Test
    void findsServerErrorsOfProbesToo() {
        assertThat(Transcript.of("# probe\nGET https://login.wikimedia.test/wiki/Main_Page\n< 500 Oops\n")
                        .judgedBy(new NoServerErrorCheck()))
                .extracting(Finding::subject)
                .containsExactly("central /wiki/Main_Page: status 500");
        assertThat(Transcript.of(Healthy.ALL).judgedBy(new NoServerErrorCheck()))
                .isEmpty();
    }
}
