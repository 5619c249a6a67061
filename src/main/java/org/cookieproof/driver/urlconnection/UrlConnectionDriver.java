package org.cookieproof.driver.urlconnection;

import org.cookieproof.driver.CaTrusts;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Makes a client for each session. */
final class UrlConnectionDriver implements UserAgentDriver {

    private final CaTrusts trusts = new CaTrusts();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        return new ClientSession(profile, new UrlConnectionTransport(surroundings, trusts.in(surroundings.ca())));
    }

    @Override
    public void close() {
        // every session has ended its own threads and connections, and there are no processes
    }
}
