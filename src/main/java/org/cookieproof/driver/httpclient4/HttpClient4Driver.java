package org.cookieproof.driver.httpclient4;

import org.cookieproof.driver.CaTrusts;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Makes an HttpClient for each session. */
final class HttpClient4Driver implements UserAgentDriver {

    private final CaTrusts trusts = new CaTrusts();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        return new ClientSession(profile, new HttpClient4Transport(surroundings, trusts.in(surroundings.ca())));
    }

    @Override
    public void close() {
        // every session has ended its own thread and connections, and there are no processes
    }
}
