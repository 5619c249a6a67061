package org.cookieproof.driver.browser;

/** A browser that its driver keeps running from session to session. */
public interface WarmBrowser extends AutoCloseable {

    /** What it is, as an error message calls it. */
    String name();

    SessionProcesses processes();

    /** Whether another session can have a share in it. */
    boolean isAlive();

    /** Ends it, asked or not: nothing on its disk is wanted any more. Throws nothing. */
    @Override
    void close();
}
