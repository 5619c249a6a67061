package org.cookieproof.driver.urlconnection;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class UrlConnectionDriverIT extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new UrlConnectionDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("url-connection");
    }
}
