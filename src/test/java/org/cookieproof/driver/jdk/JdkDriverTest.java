package org.cookieproof.driver.jdk;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

class JdkDriverTest extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new JdkDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("jdk-cookiemanager");
    }
}
