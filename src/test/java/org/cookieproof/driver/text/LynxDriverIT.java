package org.cookieproof.driver.text;

import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class LynxDriverIT extends TextBrowserContract {

    @Override
    protected Profile profile() {
        return declared("lynx");
    }

    @Override
    public boolean followsAUrlToItself() {
        return false;
    }
}
