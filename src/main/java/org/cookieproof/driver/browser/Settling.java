package org.cookieproof.driver.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cookieproof.driver.UserAgentBrokenException;

/**
 * Waits until a tab has come to rest. Asks the tab where it stands rather than waiting for events: a page that comes
 * back from the back-forward cache loads nothing, and Playwright's own wait for it times out.
 */
final class Settling {

    /** How long an activated link or button may take until it starts a navigation, if it does at all. */
    private static final Duration REACTION = Duration.ofSeconds(2);

    private final RemoteControl control;
    private final Tab tab;
    private final Duration patience;
    private final LongSupplier nanoTime;

    Settling(RemoteControl control, Tab tab, Duration patience, LongSupplier nanoTime) {
        this.control = control;
        this.tab = tab;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** Waits for the navigation that an activation starts; for none when it starts none, as a 204 or a script may. */
    void afterActivation(Place before) {
        long began = nanoTime.getAsLong();
        until(
                "left " + before.url(),
                // A tab that is known to wait need not be asked.
                () -> !control.navigating()
                        && (!tab.place().equals(before) || since(began).compareTo(REACTION) > 0));
        untilLoaded();
    }

    void afterBack(Place before) {
        until("gone back from " + before.url(), () -> !tab.place().entry().equals(before.entry()));
        untilLoaded();
    }

    /** Waits for the browser's error page: the next navigation would otherwise be interrupted by it. */
    void untilErrorShows(String documentBefore) {
        long began = nanoTime.getAsLong();
        until("shown why it cannot show the page", () -> {
            Place now = tab.place();
            return (now.unreachable() != null && !now.document().equals(documentBefore))
                    || since(began).compareTo(REACTION) > 0;
        });
    }

    void untilLoaded() {
        until("finished loading", () -> !control.navigating() && tab.loaded());
    }

    /** Reads something, again where the tab was just between two documents: its own script may lead it on. */
    <T> T read(String what, Supplier<T> reading) {
        List<T> read = new ArrayList<>();
        until(what, () -> read.add(reading.get()));
        return read.get(0);
    }

    /**
     * Does something that the page's own script can cut short by going elsewhere; then all of it again on what that
     * leads to. It must throw {@link ControlException} only while it has had no effect that outlives the document.
     */
    <T> T despiteNavigation(String what, Supplier<T> action) {
        long began = nanoTime.getAsLong();
        while (true) {
            try {
                return action.get();
            } catch (ControlException e) {
                if (since(began).compareTo(patience) > 0) {
                    throw new UserAgentBrokenException(
                            "The browser has not " + what + " within " + patience + ": " + e.getMessage(), e);
                }
                control.pause();
                untilLoaded();
            }
        }
    }

    private void until(String what, BooleanSupplier condition) {
        long began = nanoTime.getAsLong();
        while (!holds(condition)) {
            if (since(began).compareTo(patience) > 0) {
                throw new UserAgentBrokenException("The browser has not " + what + " within " + patience);
            }
            control.pause();
        }
    }

    /** Between two documents a tab refuses commands; then nothing can be said yet. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (ControlException e) {
            return false;
        }
    }

    private Duration since(long began) {
        return Duration.ofNanos(nanoTime.getAsLong() - began);
    }
}
