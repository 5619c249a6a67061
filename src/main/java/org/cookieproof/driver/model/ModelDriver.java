package org.cookieproof.driver.model;

import java.time.InstantSource;
import org.cookieproof.driver.CaTrusts;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.OkHttpPublicSuffixes;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.profile.Profile;

/** Gives each session a model jar with the profile's deviations. */
final class ModelDriver implements UserAgentDriver {

    private final CaTrusts trusts = new CaTrusts();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        CookieJar jar = new CookieJar(InstantSource.system(), new OkHttpPublicSuffixes(), profile.deviationSet());
        return new ClientSession(
                profile, new ModelTransport(profile.title(), jar, surroundings, trusts.in(surroundings.ca())));
    }

    @Override
    public void close() {
        // every session has closed its own connections, and there are no processes
    }
}
