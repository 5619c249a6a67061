package org.cookieproof.driver;

import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;

/**
 * A client without an engine: it takes one request to its last answer, and follows redirects and keeps cookies of its
 * own. {@link ClientSession} makes a user agent of it.
 *
 * <p>Every method throws {@link UserAgentBrokenException} when the client died or hung.
 */
public interface Transport extends AutoCloseable {

    /** Name and version, as {@link UserAgentSession#engine()}. */
    String engine();

    /** Sends a request and whatever redirects lead to. That no answer came is a {@link Reply.Failed}. */
    Reply send(Call call);

    /** As {@link UserAgentSession#logsInByItself()}. */
    default boolean logsInByItself() {
        return false;
    }

    /** As {@link UserAgentSession#logIn}. */
    default OwnLogin logIn(Url api, String name, String password) {
        throw new NotPossibleException(engine() + " has no code to log in with");
    }

    /** What the client says that it holds. */
    Jar jar();

    /** Ends the client and starts it again with what it kept on disk. */
    void restart();

    /** Ends the client. Never throws; leaves no process behind. */
    @Override
    void close();
}
