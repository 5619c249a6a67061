package org.cookieproof.driver.okhttp;

import java.time.InstantSource;
import org.cookieproof.driver.CaTrusts;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Makes an OkHttp client for each session. */
final class OkHttpDriver implements UserAgentDriver {

    private final CaTrusts trusts = new CaTrusts();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        String jar = profile.setting("jar").orElse("rfc6265");
        if (!jar.equals("rfc6265")) {
            throw new UserAgentBrokenException(
                    profile.file() + ": unknown jar '" + jar + "' for OkHttp; there is 'rfc6265'");
        }
        return new ClientSession(
                profile, new OkHttpTransport(surroundings, trusts.in(surroundings.ca()), InstantSource.system()));
    }

    @Override
    public void close() {
        // every session has closed its own connections, and there are no processes
    }
}
