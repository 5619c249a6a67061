package org.cookieproof.driver.selenium;

import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.EngineDeviationContract;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class WebKitAlwaysAcceptDriverIT extends UserAgentDriverContract implements EngineDeviationContract {

    @Override
    protected DriverProvider provider() {
        return new WebKitDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("webkitgtk-always-accept");
    }
}
