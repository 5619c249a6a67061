package org.cookieproof.driver.script;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

class MwclientDriverIT extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new ScriptDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("mwclient");
    }

    @Override
    public boolean runsProcesses() {
        return true;
    }
}
