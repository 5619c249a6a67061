package org.cookieproof.driver.text;

import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Tag;

@Tag("nightly")
class ElinksDriverIT extends TextBrowserContract {

    @Override
    protected Profile profile() {
        return declared("elinks");
    }

    @Override
    public String spelledForm() {
        return "action=login&token=%2b%5c%20%c3%a4";
    }

    /** Measured with 0.13.2: of eight runs four asked once; ten seconds later none had asked again. */
    @Override
    public boolean followsFromItsCache() {
        return true;
    }
}
