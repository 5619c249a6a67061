package org.cookieproof.driver.text;

import org.cookieproof.profile.Profile;

class W3mDriverIT extends TextBrowserContract {

    @Override
    protected Profile profile() {
        return declared("w3m");
    }
}
