package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.http.cookie.JarFixture.DELETE;
import static org.cookieproof.http.cookie.JarFixture.direct;
import static org.cookieproof.http.cookie.JarFixture.jar;
import static org.cookieproof.http.cookie.JarFixture.stored;
import static org.cookieproof.http.cookie.JarFixture.thirdParty;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionTest {

    private static final String EN = "https://en.wikipedia.test/w/index.php";
    private static final String KEY = "RFC 6265bis §5.7 step 23";

    private final SettableClock clock = new SettableClock();

    private Judgement judge(String deletion, Cookie cookie, CookieContext context) {
        return Deletion.judge(deletion, cookie, context, clock.instant(), PublicSuffixes.SINGLE_LABELS);
    }

    private Cookie cookie(String line) {
        return stored(jar(clock), line, direct(EN));
    }

    private void misses(Judgement judgement, String why, String section) {
        assertThat(judgement.deletes()).isFalse();
        assertThat(judgement).isInstanceOfSatisfying(Judgement.Misses.class, misses -> {
            assertThat(misses.why()).contains(why);
            assertThat(misses.section()).isEqualTo(section);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "centralauth_User=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/;"
                        + " domain=.wikipedia.test; secure; HttpOnly",
                "centralauth_User=; Max-Age=0; Path=/; Domain=wikipedia.test",
                "centralauth_User=; Max-Age=-1; Path=/; Domain=WIKIPEDIA.TEST; SameSite=Lax",
                "centralauth_User=x; Expires=Thu, 01-Jan-70 00:00:01 GMT; Path=/; Domain=.wikipedia.test",
                "centralauth_User=x; Expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=0; Path=/; Domain=.wikipedia.test"
            })
    void provesADeletionOfTheSameScope(String deletion) {
        Cookie central = cookie("centralauth_User=Alice; path=/; domain=.wikipedia.test; secure; HttpOnly");
        assertThat(judge(deletion, central, direct(EN))).isEqualTo(new Judgement.Deletes());
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b; path=/; domain=.wikipedia.test | path=/ "
                        + "| it is for the host en.wikipedia.test, the cookie is for Domain=wikipedia.test",
                "a=b; path=/ | path=/; domain=.wikipedia.test "
                        + "| it is for Domain=wikipedia.test, the cookie is for the host en.wikipedia.test",
                "a=b; path=/ | path=/; domain=en.wikipedia.test "
                        + "| it says Domain=en.wikipedia.test, the cookie was set without Domain",
                "a=b; path=/; domain=en.wikipedia.test | path=/ "
                        + "| it has no Domain, the cookie was set with Domain=en.wikipedia.test",
                "a=b; path=/ | path=/w | its path is /w, the cookie's is /",
                "a=b; path=/ | HttpOnly | its path is /w, the cookie's is /",
                "a=b; path=/w/ | path=/w | its path is /w, the cookie's is /w/"
            })
    void seesThatAnotherScopeMisses(String set, String scope, String why) {
        misses(judge("a=deleted" + DELETE + "; " + scope, cookie(set), direct(EN)), why, KEY);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a=x; Max-Age=0; path=/; domain=wikisource.test | does not cover en.wikipedia.test | step 10",
                "a=x; Max-Age=0; path=/; domain=test            | public suffix                    | step 9",
                "a=x; Max-Age=0; path=/; SameSite=None          | None without Secure              | step 19"
            })
    void seesThatARefusedLineMisses(String deletion, String why, String step) {
        misses(judge(deletion, cookie("a=b; path=/"), direct(EN)), why, "RFC 6265bis §5.7 " + step);
    }

    @Test
    void seesThatHttpLeavesSecureCookiesAlone() {
        Cookie session = cookie("enwikiSession=1; path=/; secure; HttpOnly");
        CookieContext http = direct("http://en.wikipedia.test/wiki/Special:UserLogout");
        misses(
                judge("enwikiSession=deleted" + DELETE + "; path=/; HttpOnly", session, http),
                "over http it would overlay the Secure cookie enwikiSession en.wikipedia.test/",
                "RFC 6265bis §5.7 step 16");
        misses(
                judge("enwikiSession=deleted" + DELETE + "; path=/; secure; HttpOnly", session, http),
                "a Secure cookie cannot be set over http",
                "RFC 6265bis §5.7 step 13");
    }

    @Test
    void provesADeletionWithoutSecureOverHttps() {
        Cookie session = cookie("enwikiSession=1; path=/; secure; HttpOnly");
        assertThat(judge("enwikiSession=deleted" + DELETE + "; path=/", session, direct(EN))
                        .deletes())
                .isTrue();
    }

    @Test
    void seesThatADeletionMustKeepThePromiseOfTheName() {
        misses(
                judge("__Host-a=" + DELETE + "; path=/", cookie("__Host-a=b; path=/; secure"), direct(EN)),
                "__Host- needs Secure",
                "RFC 6265bis §5.7 step 21");
        misses(
                judge("__Secure-a=" + DELETE + "; path=/", cookie("__Secure-a=b; path=/; secure"), direct(EN)),
                "__Secure- without Secure",
                "RFC 6265bis §5.7 step 20");
    }

    @Test
    void seesThatALogoutPixelWithoutSameSiteNoneDeletesNothing() {
        Cookie session = cookie("enwikiSession=1; path=/; secure; SameSite=None");
        CookieContext pixel = thirdParty("https://en.wikipedia.test/wiki/Special:CentralAutoLogin/deleteCookies");
        misses(
                judge("enwikiSession=deleted" + DELETE + "; path=/; secure", session, pixel),
                "a cross-site subresource sets only SameSite=None",
                "RFC 6265bis §5.7 step 18");
        assertThat(judge("enwikiSession=deleted" + DELETE + "; path=/; secure; SameSite=None", session, pixel)
                        .deletes())
                .isTrue();
    }

    @Test
    void seesThatAnotherPartitionMisses() {
        CookieContext embedded = thirdParty("https://login.wikimedia.test/", "https://wikipedia.test");
        String set = "a=b; path=/; secure; SameSite=None; Partitioned";
        Cookie partitioned = stored(jar(clock), set, embedded);
        misses(
                judge("a=; Max-Age=0; path=/; secure; SameSite=None", partitioned, embedded),
                "its partition is none, the cookie's is https://wikipedia.test",
                KEY);
        misses(
                judge(set + "; Max-Age=0", partitioned, direct("https://login.wikimedia.test/")),
                "its partition is https://wikimedia.test, the cookie's is https://wikipedia.test",
                KEY);
        assertThat(judge(set + "; Max-Age=0", partitioned, embedded).deletes()).isTrue();
    }

    @Test
    void seesThatALineWithAControlCharacterMisses() {
        misses(
                judge("a=\u0001; Max-Age=0; path=/", cookie("a=b; path=/"), direct(EN)),
                "control character",
                "RFC 6265bis §5.6 step 1");
    }

    @Test
    void tellsTheDeletionOfAnotherCookie() {
        assertThat(judge("A=; Max-Age=0; path=/", cookie("a=b; path=/"), direct(EN)))
                .isEqualTo(new Judgement.OtherCookie("it deletes A, not a"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a=deleted; path=/                       | a is set for the session",
                "a=; path=/; Expires=0                   | a is set for the session",
                "a=c; path=/; Max-Age=60                 | a is set until 2026-11-21T21:17:34Z",
                "a=c; path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:01 GMT | a is set until 2026-11-21T21:17:34Z"
            })
    void tellsWhatIsNoDeletion(String line, String why) {
        assertThat(judge(line, cookie("a=b; path=/"), direct(EN))).isEqualTo(new Judgement.NotADeletion(why));
    }

    @Test
    void takesTheStoredCookieForAlive() {
        Cookie expired = cookie("a=b; path=/; Max-Age=5");
        clock.advance(Duration.ofMinutes(1));
        assertThat(judge("a=; Max-Age=0; path=/", expired, direct(EN)).deletes())
                .isTrue();
    }
}
