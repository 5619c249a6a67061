package org.cookieproof.driver.curl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurlDriverIT extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new CurlDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile(
                "curl",
                Profile.Kind.HTTP_CLIENT,
                "curl",
                Map.of(),
                Set.of(Capability.FORMS, Capability.REDIRECTS, Capability.PERSISTENT_JAR, Capability.READABLE_JAR),
                Set.of(CookieDeviation.IGNORES_SAME_SITE, CookieDeviation.IGNORES_PARTITIONED));
    }

    @Override
    public boolean runsProcesses() {
        return true;
    }

    @Test
    void saysHowToGetItWhenItIsMissing(@TempDir Path dir) {
        CurlProcess missing = new CurlProcess("curl-is-not-there", dir, Duration.ofSeconds(10));
        assertThatThrownBy(() -> missing.run(List.of("--version"), CurlProcess.NO_INPUT))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("package curl");
    }
}
