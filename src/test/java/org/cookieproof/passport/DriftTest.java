package org.cookieproof.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cookieproof.evidence.ProfileId;
import org.junit.jupiter.api.Test;

/** Another release than the passport's is told, and the same one by another name of its is not. */
class DriftTest {

    private static final ProfileId CURL = new ProfileId("curl");

    @Test
    void anotherReleaseThatPlayedIsToldWithBoth() {
        assertThat(Drift.ofPlayed(CURL, "curl 7.88.1", "curl 8.0"))
                .hasValueSatisfying(d -> assertThat(d).hasToString("drift: measured with curl 7.88.1, here curl 8.0"));
        assertThat(Drift.ofPlayed(CURL, "curl 7.88.1", "curl 7.88.1")).isEmpty();
        assertThat(Drift.ofPlayed(CURL, "curl 7.88.1", "")).isEmpty();
    }

    @Test
    void debiansVersionIsComparedWithoutItsEpochAndItsBuild() {
        assertThat(installed("curl 7.88.1", "7.88.1-10+deb12u15")).isEmpty();
        assertThat(installed("Go 1.19.8 net/http/cookiejar", "2:1.19~1")).isEmpty();
        assertThat(installed("Firefox 153.7", "153.7.0esr-1~deb12u1")).isEmpty();
        assertThat(installed("JDK HttpClient 17.0.15+6-Debian-1deb12u1", "17.0.15+6-Debian-1deb12u1"))
                .isEmpty();
        assertThat(installed("curl 7.88.1", "8.14.1-2"))
                .hasValueSatisfying(d -> assertThat(d).hasToString("drift: measured with curl 7.88.1, here 8.14.1-2"));
        assertThat(installed("curl 7.8", "7.88.1-10")).isPresent();
    }

    @Test
    void eachVersionOfThePassportIsLookedFor() {
        assertThat(installed("PHP 8.2.36 with libcurl 7.88.1", "8.2.36-1~deb12u1", "7.88.1-10+deb12u15"))
                .isEmpty();
        assertThat(installed("PHP 8.2.36 with libcurl 7.88.1", "8.2.36-1~deb12u1", "8.14.1-2"))
                .isPresent();
    }

    private static Optional<Drift> installed(String measured, String... versions) {
        return Drift.ofInstalled(CURL, measured, List.of(versions));
    }
}
