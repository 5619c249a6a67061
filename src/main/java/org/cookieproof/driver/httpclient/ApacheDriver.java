package org.cookieproof.driver.httpclient;

import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.cookieproof.driver.CaTrusts;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Makes an HttpClient for each session. */
final class ApacheDriver implements UserAgentDriver {

    private final CaTrusts trusts = new CaTrusts();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        String spec = profile.setting("cookie-spec").orElse(StandardCookieSpec.RELAXED);
        if (!spec.equals(StandardCookieSpec.RELAXED) && !spec.equals(StandardCookieSpec.STRICT)) {
            throw new UserAgentBrokenException(profile.file() + ": unknown cookie-spec '" + spec
                    + "' for HttpClient; there are 'relaxed' and 'strict'");
        }
        return new ClientSession(profile, new ApacheTransport(surroundings, trusts.in(surroundings.ca()), spec));
    }

    @Override
    public void close() {
        // every session has closed its own connections, and there are no processes
    }
}
