package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.LineOutcome;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.http.cookie.Outcome;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.junit.jupiter.api.Test;

class ModelReplayTest {

    private static ModelReplay replay(String text, Integer... restarts) {
        return ModelReplay.of(
                Transcript.of(text).recording(), Set.of(), PublicSuffixes.SINGLE_LABELS, Set.of(restarts));
    }

    private static List<String> names(CookieJar jar) {
        return jar.cookies().stream().map(Cookie::name).toList();
    }

    @Test
    void holdsWhatTheObservedUserAgentHeldAfterLoginAndLogout() {
        ModelReplay replay = replay(Healthy.ALL);
        assertThat(replay.jarAfterStep(1).cookies())
                .extracting(c -> c.key().toString())
                .containsExactlyInAnyOrder(
                        "enwikiSession en.wikipedia.test/",
                        "enwikiUserID en.wikipedia.test/",
                        "enwikiUserName en.wikipedia.test/",
                        "forceHTTPS .wikipedia.test/",
                        "centralauth_User .wikipedia.test/",
                        "centralauth_Session .wikipedia.test/",
                        "loginwikiSession login.wikimedia.test/",
                        "loginwikiUserID login.wikimedia.test/",
                        "centralauth_User login.wikimedia.test/",
                        "centralauth_Session login.wikimedia.test/");
        assertThat(names(replay.jarAfterStep(2))).containsExactly("enwikiUserName");
        assertThat(names(replay.jarAfterExchange(1))).containsExactly("enwikiSession");
        assertThat(replay.jarAfterStep(0).cookies()).isEmpty();
    }

    @Test
    void tellsTheOutcomeOfEveryLine() {
        List<LineOutcome> outcomes = replay(Healthy.ALL).outcomes();
        assertThat(outcomes).hasSize(25);
        assertThat(outcomes.get(0).outcome()).isInstanceOf(Outcome.Stored.class);
        assertThat(outcomes)
                .filteredOn(o -> o.exchange() == 7)
                .extracting(o -> o.outcome().getClass().getSimpleName())
                .containsExactly("Deleted", "Deleted", "Deleted", "NothingToDelete", "Deleted", "Deleted");
    }

    @Test
    void countsResponsesWhenTheyCameAndPassesTheHarnessBy() {
        ModelReplay replay = replay("""
                # harness
                GET https://en.wikipedia.test/
                < Set-Cookie: h=1
                GET https://en.wikipedia.test/
                < Set-Cookie: a=1; Max-Age=5
                # +10s
                GET https://en.wikipedia.test/
                """);
        assertThat(names(replay.jarAfterExchange(1))).isEmpty();
        assertThat(names(replay.jarAfterExchange(2))).containsExactly("a");
        assertThat(names(replay.jarAfterExchange(3))).isEmpty();
        assertThatThrownBy(() -> replay.jarAfterExchange(9)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesLateExchangesToTheNextStep() {
        ModelReplay replay = replay("""
                GET https://en.wikipedia.test/
                < Set-Cookie: a=1
                # late
                GET https://en.wikipedia.test/pixel
                < Set-Cookie: late=1
                # step 2
                GET https://en.wikipedia.test/
                """);
        assertThat(names(replay.jarAfterStep(1))).containsExactly("a");
        assertThat(names(replay.jarAfterStep(2))).containsExactly("a", "late");
    }

    @Test
    void endsTheSessionAtARestart() {
        String text = """
                GET https://en.wikipedia.test/
                < Set-Cookie: session=1
                < Set-Cookie: persistent=1; Max-Age=1000
                # step 3
                GET https://en.wikipedia.test/
                """;
        assertThat(names(replay(text).jarAfterStep(3))).containsExactly("session", "persistent");
        assertThat(names(replay(text, 2).jarAfterStep(1))).containsExactly("session", "persistent");
        assertThat(names(replay(text, 2).jarAfterStep(2))).containsExactly("persistent");
        assertThat(names(replay(text, 2).jarAfterStep(3))).containsExactly("persistent");
    }
}
