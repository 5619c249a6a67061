package org.cookieproof.driver.bidi;

import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;

class FirefoxDriverIT extends UserAgentDriverContract {

    @Override
    protected DriverProvider provider() {
        return new BidiDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile(
                "firefox",
                Profile.Kind.BROWSER,
                "bidi",
                Map.of(),
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
