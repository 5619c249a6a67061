package org.cookieproof.driver.browser;

import org.cookieproof.process.SessionProcesses;

/** A browser that its driver keeps running from session to session. */
public interface WarmBrowser extends AutoCloseable {

    /** What it is, as an error message calls it. */
    String name();

    SessionProcesses processes();

    /** Whether it runs, and nothing of the sessions that it has served is left for another. */
    boolean isFresh();

    /** Whether sessions beside one another leave each other nothing; else it serves one at a time. */
    boolean servesSeveral();

    /** Ends it, asked or not: nothing on its disk is wanted any more. Throws nothing. */
    @Override
    void close();
}
