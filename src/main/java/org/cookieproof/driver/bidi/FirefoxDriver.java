package org.cookieproof.driver.bidi;

import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.driver.browser.BrowserSession;
import org.cookieproof.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one Firefox warm for cells that do not restart theirs: it takes 1.6 s to start, a container a tenth of that. A
 * cell that restarts its user agent gets a process and a profile directory of its own.
 */
final class FirefoxDriver implements UserAgentDriver {

    private @Nullable WarmFirefox warm;

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        if (surroundings.restarts()) {
            FirefoxLaunch launch = FirefoxLaunch.prepare(profile, surroundings, surroundings.scratch());
            return BrowserSession.start(
                    launch, surroundings.patience(), () -> FirefoxContext.whole(launch.start()), () -> {});
        }
        WarmFirefox shared = warm(profile, surroundings);
        return BrowserSession.start(
                shared.share(),
                surroundings.patience(),
                () -> FirefoxContext.container(shared.process(), surroundings.proxy()),
                () -> {});
    }

    private WarmFirefox warm(Profile profile, Surroundings surroundings) {
        WarmFirefox at = warm;
        if (at == null || !at.serves(profile, surroundings)) {
            close();
            at = WarmFirefox.start(profile, surroundings);
            warm = at;
        }
        return at;
    }

    @Override
    public void close() {
        WarmFirefox at = warm;
        warm = null;
        if (at != null) {
            at.close();
        }
    }
}
