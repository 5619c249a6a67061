package org.cookieproof.driver;

import org.cookieproof.profile.Profile;

/**
 * Drives user agents of one technology. Confined to the thread that created it; may keep a process warm between
 * sessions as long as no state of one session reaches the next.
 */
public interface UserAgentDriver extends AutoCloseable {

    /**
     * Starts a user agent with an empty jar, an empty cache and no history.
     *
     * @throws UserAgentBrokenException when it cannot be started
     */
    UserAgentSession open(Profile profile, Surroundings surroundings);

    /** Ends every process this driver started, by its id. */
    @Override
    void close();
}
