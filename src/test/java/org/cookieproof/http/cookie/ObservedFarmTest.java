package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.http.cookie.JarFixture.direct;
import static org.cookieproof.http.cookie.JarFixture.jar;
import static org.cookieproof.http.cookie.JarFixture.thirdParty;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The model plays a login and a logout that a MediaWiki 1.39 farm with CentralAuth put on the wire. */
class ObservedFarmTest {

    private static final String EN = "https://en.wikipedia.test/w/index.php";

    /** Special:CentralLogin/complete on en, the third hop of a login: a deletion and a set of one name (surprise 1). */
    private static final List<String> LOGIN = List.of(
            "enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj; path=/; secure; HttpOnly",
            "enwikiUserID=3; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly",
            "enwikiUserName=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly",
            "forceHTTPS=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; HttpOnly",
            "forceHTTPS=true; path=/; domain=.wikipedia.test; HttpOnly",
            "centralauth_User=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/;"
                    + " domain=.wikipedia.test; secure; HttpOnly",
            "centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab; path=/; domain=.wikipedia.test; secure; HttpOnly");

    private static final List<String> LOGOUT = List.of(
            "enwikiSession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly",
            "enwikiUserID=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly",
            "forceHTTPS=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; domain=.wikipedia.test;"
                    + " HttpOnly",
            "forceHTTPS=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; HttpOnly",
            "centralauth_User=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/;"
                    + " domain=.wikipedia.test; secure; HttpOnly",
            "centralauth_Token=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/;"
                    + " domain=.wikipedia.test; secure; HttpOnly",
            "centralauth_Session=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/;"
                    + " domain=.wikipedia.test; secure; HttpOnly");

    private final CookieJar jar = jar(new SettableClock());

    private void receive(List<String> lines, CookieContext context) {
        lines.forEach(line -> jar.receive(line, context));
    }

    @Test
    void isSignedInOnTheSiblingAndNotElsewhereAfterALogin() {
        receive(LOGIN, direct(EN));
        assertThat(jar.cookieHeader(direct(EN)))
                .isEqualTo("enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj; enwikiUserID=3; enwikiUserName=Alice;"
                        + " forceHTTPS=true; centralauth_User=Alice;"
                        + " centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab");
        assertThat(jar.cookieHeader(direct("https://de.wikipedia.test/wiki/Hauptseite")))
                .isEqualTo("forceHTTPS=true; centralauth_User=Alice;"
                        + " centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab");
        assertThat(jar.cookieHeader(direct("http://en.wikipedia.test/"))).isEqualTo("forceHTTPS=true");
        assertThat(jar.cookieHeader(direct("https://www.wikisource.test/"))).isEmpty();
    }

    @Test
    void keepsOnlyTheUserNameAfterALogout() {
        receive(LOGIN, direct(EN));
        receive(LOGOUT, direct(EN));
        assertThat(jar.cookies()).extracting(Cookie::name).containsExactly("enwikiUserName");
    }

    @Test
    void isStillSignedInAfterALogoutOverPlainHttp() {
        // Regression leave-secure-cookies-alone: over http a deletion of a Secure cookie is ignored.
        receive(LOGIN, direct(EN));
        receive(LOGOUT, direct("http://en.wikipedia.test/w/index.php"));
        assertThat(jar.cookieHeader(direct(EN))).contains("enwikiSession=e6j", "centralauth_Session=494");
    }

    @Test
    void sendsAnEmbeddedLoginWikiNothingWhenCookiesHaveNoSameSite() {
        receive(
                List.of(
                        "loginwikiSession=5vjf1ana7jlvupkacik3f8vc57less21; path=/; secure; HttpOnly",
                        "centralauth_User=Alice; path=/; secure; HttpOnly; SameSite=None"),
                direct("https://login.wikimedia.test/wiki/Special:CentralLogin/start"));
        assertThat(jar.cookieHeader(
                        thirdParty("https://login.wikimedia.test/wiki/Special:CentralAutoLogin/checkLoggedIn")))
                .isEqualTo("centralauth_User=Alice");
    }

    @Test
    void losesForceHttpsWhereItGoesOutAsInsecureNone() {
        // Surprise 16: with SameSite=None configured, forceHTTPS is never Secure and no current browser stores it.
        assertThat(jar.receive("forceHTTPS=true; path=/; domain=.wikipedia.test; HttpOnly; SameSite=None", direct(EN)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void sendsNoGrammarFaultThatMatters() {
        assertThat(LOGIN).allSatisfy(ObservedFarmTest::onlyHarmless);
        assertThat(LOGOUT).allSatisfy(ObservedFarmTest::onlyHarmless);
    }

    private static void onlyHarmless(String line) {
        assertThat(SetCookieSyntax.violations(line)).as(line).allMatch(SetCookieSyntax.Violation::harmless);
    }
}
