package org.cookieproof.driver.playwright;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaywrightControlTest {

    @Test
    void tellsTheLineThatSaysWhatHappened() {
        String said = """
                Error {
                  message='Execution context was destroyed, most likely because of a navigation
                  name='Error
                  stack='Error: Execution context was destroyed, most likely because of a navigation
                    at somewhere (frames.js:1)
                }""";
        assertThat(PlaywrightControl.telling(said))
                .isEqualTo("Execution context was destroyed, most likely because of a navigation");
        assertThat(PlaywrightControl.telling("Page closed")).isEqualTo("Page closed");
    }
}
