package org.cookieproof.driver.httpclient;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

class ApacheDriverTest extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new ApacheDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("apache-httpclient");
    }
}
