package org.cookieproof.driver.text;

import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class LinksDriverIT extends TextBrowserContract {

    @Override
    protected Profile profile() {
        return declared("links2");
    }
}
