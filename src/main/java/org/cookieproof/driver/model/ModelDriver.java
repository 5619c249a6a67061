package org.cookieproof.driver.model;

import java.time.InstantSource;
import org.cookieproof.driver.CaTrusts;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.OkHttpPublicSuffixes;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.profile.Profile;

/** Gives each session a model jar with the profile's deviations. */
final class ModelDriver implements UserAgentDriver {

    private final CaTrusts trusts = new CaTrusts();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        ModelSettings settings = ModelSettings.of(profile);
        PublicSuffixes suffixes = new OkHttpPublicSuffixes();
        CookieJar jar = new CookieJar(InstantSource.system(), suffixes, profile.deviationSet(), settings.seed());
        ModelCookies cookies = new ModelCookies(jar, settings, suffixes);
        return new ClientSession(
                profile, new ModelTransport(profile.title(), jar, cookies, surroundings, trusts.in(surroundings.ca())));
    }

    @Override
    public void close() {
        // every session has closed its own connections, and there are no processes
    }
}
