package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.junit.jupiter.api.Test;

class SessionCookieProtectionTest {

    @Test
    void findsTheOneSessionCookieThatIsNotSecure() {
        List<Finding> findings = Transcript.of(Healthy.ALL.replace(
                        "centralauth_Session=7a188d3ede0d140a6c1e47f4ebb964df; path=/; domain=.wikipedia.test; secure",
                        "centralauth_Session=7a188d3ede0d140a6c1e47f4ebb964df; path=/; domain=.wikipedia.test"))
                .judgedBy(new SessionCookiesSecureCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("first /w/index.php?title=Special:UserLogin cookie centralauth_Session");
    }

    @Test
    void findsTheOneSessionCookieThatScriptsCanRead() {
        List<Finding> findings = Transcript.of(Healthy.ALL.replace(
                        "loginwikiSession=5vjf1ana7jlvupkacik3f8vc57less21; path=/; secure; HttpOnly",
                        "loginwikiSession=5vjf1ana7jlvupkacik3f8vc57less21; path=/; secure"))
                .judgedBy(new SessionCookiesHttpOnlyCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("central /wiki/Special:CentralLogin/start cookie loginwikiSession");
    }

    @Test
    void asksNothingOfPreferencesOrDeletions() {
        String keycloak = """
                GET https://en.wikipedia.test/wiki/A
                > Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj
                < Set-Cookie: forceHTTPS=true; path=/; domain=.wikipedia.test
                < Set-Cookie: enwikiSession=;Version=1;Path=/;Max-Age=0
                """;
        assertThat(Transcript.of(keycloak).judgedBy(new SessionCookiesSecureCheck()))
                .isEmpty();
        assertThat(Transcript.of(keycloak).judgedBy(new SessionCookiesHttpOnlyCheck()))
                .isEmpty();
    }

    @Test
    void findsSameSiteNoneWithoutSecureAlsoInADeletion() {
        List<Finding> findings = Transcript.of("""
                        POST https://en.wikipedia.test/wiki/Special:UserLogout
                        > Cookie: forceHTTPS=true
                        < Set-Cookie: forceHTTPS=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; domain=.wikipedia.test; HttpOnly; SameSite=None
                        """).judgedBy(new SameSiteNoneNeedsSecureCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("first /wiki/Special:UserLogout cookie forceHTTPS");
        assertThat(Transcript.of(Healthy.ALL.replace("; secure; HttpOnly", "; secure; HttpOnly; SameSite=None"))
                        .judgedBy(new SameSiteNoneNeedsSecureCheck()))
                .isEmpty();
    }
}
