package org.cookieproof.driver.htmlunit;

import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.PageDeviationContract;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

class HtmlUnitDriverTest extends UserAgentDriverContract implements PageDeviationContract {

    @Override
    protected DriverProvider provider() {
        return new HtmlUnitDriverProvider();
    }

    @Override
    protected Profile profile() {
        return declared("htmlunit");
    }
}
