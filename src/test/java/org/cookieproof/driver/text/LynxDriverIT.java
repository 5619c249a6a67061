package org.cookieproof.driver.text;

import org.cookieproof.profile.Profile;

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
