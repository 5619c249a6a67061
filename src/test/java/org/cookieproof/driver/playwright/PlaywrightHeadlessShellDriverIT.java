package org.cookieproof.driver.playwright;

import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.ChromiumContract;
import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.IdleContract;
import org.cookieproof.driver.ScriptStorageContract;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

/** {@link PlaywrightChromiumDriverIT} plays the same driver in CI, and the direct one plays the same engine. */
@Tag("nightly")
class PlaywrightHeadlessShellDriverIT extends UserAgentDriverContract
        implements ChromiumContract, DeviationContract, IdleContract, ScriptStorageContract {

    @Override
    protected DriverProvider provider() {
        return new PlaywrightDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile(
                "chromium-headless-shell",
                Profile.Kind.BROWSER,
                "playwright",
                Map.of("engine", "chromium-headless-shell", "third-party-cookies", "allowed"),
                Set.of(
                        Capability.SCRIPTS,
                        Capability.IMAGES,
                        Capability.FORMS,
                        Capability.REDIRECTS,
                        Capability.LONG_REDIRECT_CHAINS,
                        Capability.HISTORY,
                        Capability.TABS,
                        Capability.PERSISTENT_JAR,
                        Capability.READABLE_JAR,
                        Capability.SCREENSHOTS,
                        Capability.THIRD_PARTY_COOKIES));
    }
}
