package org.cookieproof.driver.selenium;

import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;

class WebKitDriverIT extends UserAgentDriverContract {

    @Override
    protected DriverProvider provider() {
        return new WebKitDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile(
                "webkitgtk",
                Profile.Kind.BROWSER,
                "webkitgtk",
                Map.of(),
                Set.of(
                        Capability.SCRIPTS,
                        Capability.IMAGES,
                        Capability.FORMS,
                        Capability.REDIRECTS,
                        Capability.LONG_REDIRECT_CHAINS,
                        Capability.HISTORY,
                        Capability.TABS,
                        Capability.READABLE_JAR,
                        Capability.SCREENSHOTS),
                Set.of(CookieDeviation.FORGETS_ON_RESTART));
    }
}
