package org.cookieproof.driver.playwright;

import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.ScriptStorageContract;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class ScriptStoragePurgedDriverIT extends UserAgentDriverContract implements ScriptStorageContract {

    @Override
    protected DriverProvider provider() {
        return new PlaywrightDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("chromium-script-storage-purged");
    }
}
