package org.cookieproof.driver.text;

import org.cookieproof.profile.Profile;

class LinksDriverIT extends TextBrowserContract {

    @Override
    protected Profile profile() {
        return declared("links2");
    }
}
