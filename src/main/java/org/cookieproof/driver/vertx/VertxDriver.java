package org.cookieproof.driver.vertx;

import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Makes a Vert.x with one client for each session. */
final class VertxDriver implements UserAgentDriver {

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        return new ClientSession(profile, new VertxTransport(surroundings));
    }

    @Override
    public void close() {
        // every session has ended its own threads and connections, and there are no processes
    }
}
