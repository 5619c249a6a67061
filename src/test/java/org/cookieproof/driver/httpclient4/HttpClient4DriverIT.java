package org.cookieproof.driver.httpclient4;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class HttpClient4DriverIT extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new HttpClient4DriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("apache-httpclient4");
    }
}
