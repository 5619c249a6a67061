package org.cookieproof.target.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private final Template template = new Template("t.conf", "a ${one} $two ${one}");

    @Test
    void onlyPlacesInBracesAreFilledAndValuesAreTakenAsTheyAre() {
        assertThat(template.filled(Map.of("one", "$1\\"))).isEqualTo("a $1\\ $two $1\\");
    }

    @Test
    void aPlaceWithoutValueIsNamed() {
        assertThatThrownBy(() -> template.filled(Map.of("two", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("t.conf: no value for ${one}");
    }
}
