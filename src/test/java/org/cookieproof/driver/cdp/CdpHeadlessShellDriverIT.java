package org.cookieproof.driver.cdp;

/** What of this technology is played with every change: it needs no fetching. {@link ChromiumThroughTimeIT} is nightly. */
class CdpHeadlessShellDriverIT extends CdpDriverContract {

    CdpHeadlessShellDriverIT() {
        super("chromium-headless-shell-cdp");
    }
}
