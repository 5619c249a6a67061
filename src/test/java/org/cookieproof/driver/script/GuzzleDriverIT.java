package org.cookieproof.driver.script;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class GuzzleDriverIT extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new ScriptDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("php-guzzle");
    }

    @Override
    public boolean runsProcesses() {
        return true;
    }
}
