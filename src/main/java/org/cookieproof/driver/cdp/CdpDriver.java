package org.cookieproof.driver.cdp;

import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.driver.browser.BrowserSession;
import org.cookieproof.driver.chromium.ChromiumEngine;
import org.cookieproof.driver.chromium.ChromiumLaunch;
import org.cookieproof.profile.Profile;

/**
 * Keeps nothing between sessions: each has a process and a profile directory of its own. Contexts of one process leak
 * persistent cookies up to Chromium 67 and have no proxy of their own before 92.
 */
record CdpDriver(FetchedChromium fetched) implements UserAgentDriver {

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        ChromiumEngine engine = FetchedChromium.wanted(profile)
                .map(wanted -> new ChromiumEngine("Chromium of " + wanted, fetched.executable(wanted)))
                .orElseGet(() -> ChromiumEngine.of(profile));
        ChromiumLaunch launch = ChromiumLaunch.prepare(profile, surroundings, engine);
        return BrowserSession.start(
                launch,
                surroundings.patience(),
                () -> ChromiumProcess.start(launch, surroundings.patience()).firstTab(),
                () -> {});
    }

    /** Nothing to end: sessions have ended what they started. */
    @Override
    public void close() {}
}
