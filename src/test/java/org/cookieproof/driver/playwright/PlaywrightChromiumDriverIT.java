package org.cookieproof.driver.playwright;

import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.AfreshContract;
import org.cookieproof.driver.ChromiumContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.IdleContract;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;

class PlaywrightChromiumDriverIT extends UserAgentDriverContract
        implements ChromiumContract, IdleContract, AfreshContract {

    @Override
    protected DriverProvider provider() {
        return new PlaywrightDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile(
                "chromium",
                Profile.Kind.BROWSER,
                "playwright",
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
