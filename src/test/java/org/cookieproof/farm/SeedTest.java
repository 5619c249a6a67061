package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a seed fixes, so that a cell can be played again. */
final class SeedTest {

    private final TestClock clock = new TestClock();

    @Test
    void theSameSeedGivesTheSameAccountsAndIds() {
        assertThat(played(7)).isEqualTo(played(7));
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(played(7)).doesNotContainAnyElementsOf(played(8));
    }

    /** The first password, the session's id and the central session's after a login. */
    private List<String> played(long seed) {
        try (Farm farm = Farm.start(FarmSettings.defaults().withClock(clock).withSeed(seed))) {
            TestBrowser browser = new TestBrowser(farm, clock);
            browser.logIn("https", "en.wikipedia.test", farm.accounts().get(0), false);
            return List.of(
                    farm.accounts().get(0).password(),
                    browser.jar().value("en.wikipedia.test", "enwikiSession").orElseThrow(),
                    browser.jar().value("wikipedia.test", "centralauth_Session").orElseThrow());
        }
    }
}
