package org.cookieproof.driver.playwright;

import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

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
