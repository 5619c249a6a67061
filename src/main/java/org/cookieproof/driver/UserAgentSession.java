package org.cookieproof.driver;

import java.util.Optional;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;

/**
 * One user agent from its start to its end. The engine under test does its own cookie handling, redirects, cache and
 * history; the session only tells it what a person or a program would.
 *
 * <p>Every method throws {@link UserAgentBrokenException} when the process died or hung, and
 * {@link NotPossibleException} when this user agent cannot do such a thing at all. A page that could not be shown
 * (redirect loop, "document expired") is an observation, not an exception: see {@link Page#error()}.
 */
public interface UserAgentSession extends AutoCloseable {

    /** Name and version of the engine, as it tells them itself: {@code Chromium 156.0.8078.79}. */
    String engine();

    /** Navigates as by typing the URL; returns when the document and what it loads have loaded. */
    Page open(Url url);

    /** The current document as it is now: scripts may have changed it. */
    Page page();

    /** Fills in one form of the current document and submits it as a person would; returns the page that follows. */
    Page submit(Form form);

    /** Types into one field of the current document, without submitting. */
    void fill(String selector, String value);

    /** What a field of the current document shows now; empty when there is no such field. */
    Optional<String> valueOf(String selector);

    /** Activates the first link that the CSS selector finds; returns the page that follows. */
    Page follow(String selector);

    /** The Back command. */
    Page goBack();

    /**
     * Sends one request of the user agent's own with its jar, outside any navigation; redirects are not hidden from the
     * jar. A browser sends it with {@code fetch()} from a document of the URL's origin, {@code /robots.txt} in a tab of
     * its own where the current document is of another.
     */
    Answer request(ApiRequest request);

    /** Whether it has code of its own to log in with, as the libraries of bots have. */
    default boolean logsInByItself() {
        return false;
    }

    /**
     * Has it log in with its own code.
     *
     * @param api where the site's API is
     * @throws NotPossibleException where it does not log in by itself
     */
    default OwnLogin logIn(Url api, String name, String password) {
        throw new NotPossibleException(engine() + " has no code to log in with");
    }

    /** What the user agent says that it holds. */
    Jar jar();

    /** Ends the user agent as a person does and starts it again with what it kept on disk. */
    void restart();

    /**
     * Makes of this user agent one that holds nothing, as if it had just been started for the first time: an empty
     * document without a history, no other tab, no cookie and nothing in its cache. Where that costs less than another
     * session and comes to the same.
     *
     * @return false where it does not; then nothing has been done
     */
    default boolean startAfresh() {
        return false;
    }

    /**
     * Opens another tab beside this one: the same jar and cache, an empty document and a history of its own. Both go on
     * side by side. Closing the new one closes that tab alone; closing or restarting the session that was opened by the
     * driver ends all its tabs, and those then throw {@link IllegalStateException}.
     *
     * @throws NotPossibleException where there are no tabs: {@code can: tabs} says so
     */
    default UserAgentSession openTab() {
        throw new NotPossibleException(engine() + " has no tabs");
    }

    /**
     * Whether what is shown has come to rest: everything that it asked for has reached it, and its scripts have done
     * with that what they can do without a timer. Takes some milliseconds to find out.
     *
     * @return false also where the user agent cannot tell
     */
    default boolean isIdle() {
        return false;
    }

    /** A PNG of what a person would see now. */
    default Optional<byte[]> screenshot() {
        return Optional.empty();
    }

    /** Ends the user agent. Never throws; leaves no process behind. */
    @Override
    void close();
}
