package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.junit.jupiter.api.Test;

class OneFinalStateCheckTest {

    private final Check check = new OneFinalStateCheck();

    @Test
    void findsForceHttpsSetDeletedAndSetAgainInOneResponse() {
        List<Finding> findings = Transcript.of("""
                        GET https://en.wikipedia.test/wiki/Special:CentralLogin/complete?token=2d1b6a62
                        > Cookie: forceHTTPS=true
                        < 302 Found
                        < Set-Cookie: forceHTTPS=true; path=/
                        < Set-Cookie: forceHTTPS=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/
                        < Set-Cookie: forceHTTPS=true; path=/; domain=.wikipedia.org
                        """).judgedBy(check);
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("first /wiki/Special:CentralLogin/complete cookie forceHTTPS");
        assertThat(findings.get(0).observed()).contains("already set").contains("now deleted");
    }

    @Test
    void tellsScopesApartByDomainAndPath() {
        assertThat(Transcript.of(Healthy.ALL).judgedBy(check)).isEmpty();
        assertThat(Transcript.of("""
                                GET https://en.wikipedia.test/w/index.php
                                < Set-Cookie: a=1; path=/w
                                < Set-Cookie: a=2
                                < Set-Cookie: a=3; path=/
                                """).judgedBy(check))
                // The second has no Path, and its default is /w.
                .hasSize(1);
    }

    @Test
    void findsTheDeletionAndNewIdOfDeleteCookies() {
        List<Finding> findings = Transcript.of("""
                        GET https://www.wikisource.test/wiki/Special:CentralAutoLogin/deleteCookies?type=icon
                        > Cookie: sourceswikiSession=hiipf1klqcs7em59b4mkr6h8e604jqtv
                        < Set-Cookie: sourceswikiSession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
                        < Set-Cookie: sourceswikiSession=lf15qpq0pl35ods97gap9o6b44g57upv; path=/; secure; HttpOnly
                        """).judgedBy(check);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).observed()).contains("already deleted").contains("now set");
    }

    @Test
    void onlyWarnsOfALineSentTwiceInTheSameWords() {
        assertThat(Transcript.of("""
                                GET https://en.wikipedia.test/
                                < Set-Cookie: a=1; path=/
                                < Set-Cookie: a=1; path=/
                                """).judgedBy(check))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }
}
