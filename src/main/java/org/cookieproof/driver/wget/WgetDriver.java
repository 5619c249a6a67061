package org.cookieproof.driver.wget;

import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Gives each session a directory of its own in which wget runs. */
final class WgetDriver implements UserAgentDriver {

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        ClientProcess wget = new ClientProcess(
                profile.setting("binary").orElse("wget"), "wget", surroundings.scratch(), surroundings.patience());
        return new ClientSession(profile, new WgetTransport(wget, surroundings, maxRedirects(profile)));
    }

    private static int maxRedirects(Profile profile) {
        String setting = profile.setting("max-redirect").orElse("20");
        try {
            return Integer.parseInt(setting);
        } catch (NumberFormatException e) {
            throw new UserAgentBrokenException(profile.file() + ": max-redirect is not a number: '" + setting + "'", e);
        }
    }

    @Override
    public void close() {
        // no process outlives the request it was started for
    }
}
