package org.cookieproof.driver.jetty;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

class JettyDriverTest extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new JettyDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("jetty-client");
    }

    /** It calls that a violation of the protocol. */
    @Override
    public boolean takesARefusalWithoutAChallenge() {
        return false;
    }
}
