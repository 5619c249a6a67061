package org.cookieproof.driver.okhttp;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

class OkHttpDriverTest extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new OkHttpDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("okhttp");
    }
}
