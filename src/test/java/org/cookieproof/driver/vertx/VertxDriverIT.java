package org.cookieproof.driver.vertx;

import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class VertxDriverIT extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new VertxDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("vertx");
    }
}
