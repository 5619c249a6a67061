package org.cookieproof.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LateStepTest {

    @Test
    void aSubjectNamesWhatWasCapturedAndDoesNotHoldIt() {
        String ofOneRun = LateStep.named("page: shows \"" + Pattern.quote("Alice") + "\"", Map.of("name", "Alice"));
        String ofAnother = LateStep.named("page: shows \"" + Pattern.quote("Bob") + "\"", Map.of("name", "Bob"));
        assertThat(ofOneRun).isEqualTo(ofAnother).isEqualTo("page: shows \"${name}\"");
        assertThat(LateStep.named("request to /w?token=f00d", Map.of("token", "f00d")))
                .isEqualTo("request to /w?token=${token}");
    }

    @Test
    void aShortTextIsNotTakenForWhatWasCaptured() {
        assertThat(LateStep.named("page: status 200", Map.of("number", "2"))).isEqualTo("page: status 200");
    }
}
