package org.cookieproof.driver.browser;

import java.time.Duration;
import java.util.Objects;
import org.cookieproof.process.SessionProcesses;

/**
 * A share in a browser that its driver keeps warm. The session closes its own context; the browser stays, unless it
 * hung or broke: then it is ended for all.
 *
 * @param given is told when the session has ended
 */
public record SharedLaunch(String name, SessionProcesses processes, Runnable given) implements BrowserLaunch {

    public SharedLaunch {
        Objects.requireNonNull(name);
        Objects.requireNonNull(processes);
        Objects.requireNonNull(given);
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
        given.run(); // the driver ends the browser
    }
}
