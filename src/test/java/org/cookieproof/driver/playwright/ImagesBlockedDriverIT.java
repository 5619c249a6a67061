package org.cookieproof.driver.playwright;

import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class ImagesBlockedDriverIT extends UserAgentDriverContract {

    @Override
    protected DriverProvider provider() {
        return new PlaywrightDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("chromium-images-blocked");
    }
}
