package org.cookieproof.driver.script;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

class MediawikiBotDriverIT extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new ScriptDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("mediawiki-bot");
    }

    @Override
    public boolean runsProcesses() {
        return true;
    }
}
