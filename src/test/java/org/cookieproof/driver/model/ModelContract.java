package org.cookieproof.driver.model;

import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.PageDeviationContract;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

/** A model with pages differs from the standard as its file says, and in nothing else. */
abstract class ModelContract extends UserAgentDriverContract implements PageDeviationContract {

    private final String id;

    /** @param id of {@code browsers/} */
    ModelContract(String id) {
        this.id = id;
    }

    @Override
    protected final DriverProvider provider() {
        return new ModelDriverProvider();
    }

    @Override
    protected final Profile profile() {
        return declared(id);
    }
}
