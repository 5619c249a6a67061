package org.cookieproof.driver.model;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

class AppOf2018ModelDriverTest extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new ModelDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("wikipedia-android-2018");
    }
}
