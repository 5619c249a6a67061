package org.cookieproof.driver.browser;

import java.time.Duration;
import java.util.Objects;

/**
 * A share in a browser that its driver keeps warm. The session closes its own context; the browser stays, unless it
 * hung or broke: then it is ended for all.
 */
public record SharedLaunch(String name, SessionProcesses processes) implements BrowserLaunch {

    public SharedLaunch {
        Objects.requireNonNull(name);
        Objects.requireNonNull(processes);
    }

    @Override
    public boolean restartable() {
        return false;
    }

    @Override
    public void awaitEnd(Duration grace) {
        // Nothing has been asked to end but a context.
    }

    @Override
    public void close() {
        // The driver ends the browser.
    }
}
