package org.cookieproof.driver.cdp;

import java.util.Set;
import org.cookieproof.driver.AfreshContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.EngineDeviationContract;
import org.cookieproof.driver.EveryChromiumContract;
import org.cookieproof.driver.IdleContract;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.profile.Profile;

/** What each Chromium passes that is driven without a library, with its own profile of {@code browsers/}. */
class CdpDriverContract extends UserAgentDriverContract
        implements EveryChromiumContract, EngineDeviationContract, IdleContract, AfreshContract {

    /** What an old version does not do, cookies apart: those are in the deviations of its profile. */
    enum Lack {
        CACHE_ON_DISK,
        REASON_WHY_NOTHING_IS_SHOWN
    }

    private final Profile profile;
    private final Set<Lack> lacks;

    CdpDriverContract(String id, Lack... lacks) {
        this.profile = declared(id);
        this.lacks = Set.of(lacks);
    }

    @Override
    public boolean keepsItsCacheOnDisk() {
        return !lacks.contains(Lack.CACHE_ON_DISK);
    }

    @Override
    public boolean tellsWhyNothingIsShown() {
        return !lacks.contains(Lack.REASON_WHY_NOTHING_IS_SHOWN);
    }

    @Override
    protected DriverProvider provider() {
        return new CdpDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile;
    }
}
