package org.cookieproof.driver.bidi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cookieproof.driver.browser.CommandSocket;
import org.cookieproof.evidence.Jar;
import org.junit.jupiter.api.Test;

class FirefoxJarTest {

    private static final long NOW = 1_795_319_968;

    /** As Firefox ESR 153 told it of a line that had deleted the cookie in the same second. */
    @Test
    void leavesOutWhatHasExpired() {
        String cookies = "[" + cookie("gone", NOW) + "," + cookie("held", NOW + 1) + "]";
        Jar.Known jar = (Jar.Known) FirefoxJar.of(
                CommandSocket.parse(cookies), Instant.ofEpochSecond(NOW).plusMillis(500));
        assertThat(jar.cookies()).extracting(Jar.Held::name).containsExactly("held");
    }

    /** As it told of lines that had deleted at 18.597 s, when it was asked at 18.7 s: they seemed to end at 19 s. */
    @Test
    void whatEndsWithinTheSecondIsUndecided() {
        Instant now = Instant.ofEpochSecond(NOW).plusMillis(700);
        assertThat(FirefoxJar.isUndecided(CommandSocket.parse("[" + cookie("deleted", NOW + 1) + "]"), now))
                .isTrue();
        assertThat(FirefoxJar.isUndecided(
                        CommandSocket.parse("[" + cookie("gone", NOW) + "," + cookie("held", NOW + 2) + "]"), now))
                .isFalse();
        assertThat(FirefoxJar.isUndecided(CommandSocket.parse("[{\"name\": \"session\"}]"), now))
                .isFalse();
    }

    private static String cookie(String name, long expiry) {
        return """
                {"name": "%s", "value": {"type": "string", "value": "deleted"}, "domain": "login.wikimedia.test",
                 "path": "/", "expiry": %d, "secure": false, "httpOnly": true, "sameSite": "default"}""".formatted(name, expiry);
    }
}
