package org.cookieproof.driver.wget;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

class WgetDriverIT extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new WgetDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("wget");
    }

    @Override
    public boolean runsProcesses() {
        return true;
    }

    /** It ends with 6, "Username/Password Authentication Failed", and has no document then. */
    @Override
    public boolean takesARefusalWithoutAChallenge() {
        return false;
    }
}
