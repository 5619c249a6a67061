package org.cookieproof.driver.browser;

import java.util.Optional;
import org.cookieproof.http.Url;

/**
 * One tab of a running browser in the hands of one library; all that differs between the libraries. Whatever a library
 * throws comes out as {@link ControlException} when the browser lives and as
 * {@link org.cookieproof.driver.UserAgentBrokenException} when it does not.
 */
public interface RemoteControl extends AutoCloseable {

    Tab tab();

    /**
     * Navigates as by typing the URL; returns as soon as the document is there, loaded or not.
     *
     * @return why it could not be shown ({@code net::ERR_TOO_MANY_REDIRECTS}); empty when it is
     */
    Optional<String> navigate(Url url);

    /** What {@link #navigate} says when there is no content, or a download, and the old document stays. */
    String aborted();

    /** Types on the keyboard over what is selected in the focused element: key by key, or so the end of a long text. */
    void type(String text);

    /** Presses Delete in the focused element. */
    void pressDelete();

    /**
     * Clicks with the mouse on the element that the JavaScript function returns, or activates it by script where a
     * mouse cannot reach it (in a closed menu, under a banner). Never twice, however long the page takes over it.
     *
     * @return false when the function returned no element
     * @throws ControlException when the tab was between two documents and nothing has been clicked: it may be tried
     *                          again
     * @throws org.cookieproof.driver.UserAgentBrokenException also when it cannot be told whether it was clicked
     */
    boolean click(String function, Object... arguments);

    /** Whether the tab is known to wait for a document; false where the library does not tell. */
    boolean navigating();

    /**
     * Whether the page still waits for something that it has asked for; empty where the library does not tell of all
     * that the browser asks for.
     */
    default Optional<Boolean> loading() {
        return Optional.empty();
    }

    /** Why the last navigation failed, where the library tells. */
    Optional<String> lastFailure();

    /** Lets some milliseconds go by in which the library hears from the browser. */
    void pause();

    /** Opens another tab of the same browser; this one and its history stay as they are. */
    RemoteControl openTab();

    /** Closes this tab alone. */
    void closeTab();

    /**
     * Closes all tabs for one without a history, and forgets all cookies and all that is cached.
     *
     * @return the new tab, which takes the place of this one; empty where the library cannot, and nothing has been done
     */
    default Optional<RemoteControl> startAfresh() {
        return Optional.empty();
    }

    byte[] screenshot();

    /** Ends the browser as a person does, so that it writes to disk what it wants to keep. */
    @Override
    void close();
}
