package org.cookieproof.driver.selenium;

import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.ChromiumContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

/** {@link WebKitDriverIT} plays the same driver in CI, and the direct one plays Chromium. */
@Tag("nightly")
class SeleniumChromiumDriverIT extends UserAgentDriverContract implements ChromiumContract {

    @Override
    protected DriverProvider provider() {
        return new SeleniumDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile(
                "chromium-webdriver",
                Profile.Kind.BROWSER,
                "selenium",
                Map.of("engine", "chromium", "third-party-cookies", "blocked"),
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
                        Capability.HEADED));
    }
}
