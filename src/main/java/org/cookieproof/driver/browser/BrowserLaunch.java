package org.cookieproof.driver.browser;

import java.time.Duration;
import org.cookieproof.process.SessionProcesses;

/** What a session's browser stands on: processes and directories of its own, or a share in a browser kept warm. */
public interface BrowserLaunch extends AutoCloseable {

    /** What is being started, as an error message calls it. */
    String name();

    SessionProcesses processes();

    /** Whether it has a profile of its own on disk, on which it can be started again. */
    boolean restartable();

    /** After the browser was asked to end, or a context to be closed: what is to have ended then. */
    void awaitEnd(Duration grace);

    /** Ends what is still there and deletes what is on disk; throws nothing. */
    @Override
    void close();
}
