package org.cookieproof.driver.bidi;

import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.EngineDeviationContract;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class FirefoxLaxByDefaultDriverIT extends UserAgentDriverContract implements EngineDeviationContract {

    @Override
    protected DriverProvider provider() {
        return new BidiDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("firefox-lax-by-default");
    }
}
