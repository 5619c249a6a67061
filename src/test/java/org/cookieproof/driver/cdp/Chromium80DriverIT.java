package org.cookieproof.driver.cdp;

/** One of {@link ChromiumThroughTimeIT} that is played with every change: the year in which SameSite began to matter. */
class Chromium80DriverIT extends CdpDriverContract {

    Chromium80DriverIT() {
        super("chromium-80");
    }
}
