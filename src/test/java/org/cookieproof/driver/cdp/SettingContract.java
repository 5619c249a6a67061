package org.cookieproof.driver.cdp;

import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.EngineDeviationContract;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

/** A version in another setting than its own: its jar must be as the profile declares; the rest is as it was. */
class SettingContract extends UserAgentDriverContract implements EngineDeviationContract {

    private final Profile profile;

    SettingContract(String id) {
        this.profile = declared(id);
    }

    @Override
    protected DriverProvider provider() {
        return new CdpDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile;
    }
}
