package org.cookieproof.driver.bidi;

import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.driver.browser.BrowserSession;
import org.cookieproof.driver.browser.WarmBrowsers;
import org.cookieproof.profile.Profile;

/**
 * Keeps one Firefox warm for cells that do not restart theirs: it takes 1.6 s to start, a container a tenth of that. A
 * cell that restarts its user agent gets a process and a profile directory of its own.
 */
final class FirefoxDriver implements UserAgentDriver {

    private final WarmBrowsers<WarmFirefox.Kind, WarmFirefox> warm = new WarmBrowsers<>();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        if (surroundings.restarts()) {
            FirefoxLaunch launch = FirefoxLaunch.prepare(profile, surroundings, surroundings.scratch());
            return BrowserSession.start(
                    launch, surroundings.patience(), () -> FirefoxContext.whole(launch.start()), () -> {});
        }
        WarmBrowsers.Share<WarmFirefox> shared = warm.share(
                new WarmFirefox.Kind(profile, surroundings.caPem(), surroundings.headed()),
                () -> WarmFirefox.start(profile, surroundings));
        return BrowserSession.start(
                shared.launch(),
                surroundings.patience(),
                () -> FirefoxContext.container(shared.browser().process(), surroundings.proxy()),
                () -> {});
    }

    @Override
    public void close() {
        warm.close();
    }
}
