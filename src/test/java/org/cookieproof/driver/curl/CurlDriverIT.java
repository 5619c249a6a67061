package org.cookieproof.driver.curl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriverContract;
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
        return declared("curl");
    }

    @Override
    public boolean runsProcesses() {
        return true;
    }

    @Test
    void saysHowToGetItWhenItIsMissing(@TempDir Path dir) {
        ClientProcess missing = new ClientProcess("curl-is-not-there", "curl", dir, Duration.ofSeconds(10));
        assertThatThrownBy(() -> missing.run(List.of("--version"), ClientProcess.NO_INPUT))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("package curl");
    }
}
