package org.cookieproof.target.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.cookieproof.target.ContractTarget;
import org.junit.jupiter.api.Test;

class SessionLifespansTest {

    @Test
    void noSettingsIsAsTheProgramsAreShipped() {
        assertThat(SessionLifespans.of(Map.of()))
                .isEqualTo(new SessionLifespans(Duration.ofHours(8), Duration.ofHours(10)));
    }

    @Test
    void everyVariantOfTheTargetFileCanBeSetUp() {
        assertThat(ContractTarget.declared("keycloak").definition().variants().values())
                .extracting(variant -> SessionLifespans.of(variant.settings()))
                .containsExactlyInAnyOrder(
                        SessionLifespans.AS_SHIPPED,
                        new SessionLifespans(Duration.ofSeconds(15), Duration.ofSeconds(40)));
    }

    @Test
    void whatIsUnknownOrShorterThanTheModuleTakesIsToldWithWhatWouldBeRight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionLifespans.of(Map.of("sessions-last", "15")))
                .withMessage("unknown settings [sessions-last] (known: site-sessions-last, central-sessions-last)");
        for (String value : new String[] {"14", "15 s", "", "-20", "99999999999"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SessionLifespans.of(Map.of("site-sessions-last", value)))
                    .withMessageContaining("'site-sessions-last:' is a whole number of seconds from 15 on")
                    .withMessageContaining("not \"" + value + "\"");
        }
    }
}
