package org.cookieproof.driver.asynchttp;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class AsyncHttpDriverIT extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new AsyncHttpDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("async-http-client");
    }
}
