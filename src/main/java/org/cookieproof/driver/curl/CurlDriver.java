package org.cookieproof.driver.curl;

import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Gives each session a directory of its own in which curl runs. */
final class CurlDriver implements UserAgentDriver {

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        String binary = profile.setting("binary").orElse("curl");
        ClientProcess process = new ClientProcess(binary, "curl", surroundings.scratch(), surroundings.patience());
        return new ClientSession(profile, new CurlTransport(process, surroundings, maxRedirects(profile)));
    }

    private static int maxRedirects(Profile profile) {
        String setting = profile.setting("max-redirs").orElse("20");
        try {
            return Integer.parseInt(setting);
        } catch (NumberFormatException e) {
            throw new UserAgentBrokenException(profile.file() + ": max-redirs is not a number: '" + setting + "'", e);
        }
    }

    @Override
    public void close() {
        // no process outlives the request it was started for
    }
}
