package org.cookieproof.driver.browser;

import java.util.function.Supplier;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentSession;

/** A tab beside the first; it lives no longer than the browser it was opened in. */
final class TabSession implements TabCommands {

    private final BrowserSession owner;
    private final Navigator navigator;
    private final int generation;
    private boolean closed;

    TabSession(BrowserSession owner, Navigator navigator) {
        this.owner = owner;
        this.navigator = navigator;
        this.generation = owner.generation();
    }

    @Override
    public Navigator navigator() {
        return navigator;
    }

    @Override
    public <T> T act(Supplier<T> action) {
        if (closed || generation != owner.generation()) {
            throw new IllegalStateException("this tab has been closed");
        }
        return owner.act(action);
    }

    @Override
    public UserAgentSession openTab() {
        return new TabSession(owner, act(navigator::openTab));
    }

    /** Ends the whole user agent, as whichever tab a person does it from; only the first tab comes back. */
    @Override
    public void restart() {
        act(() -> this);
        owner.restart();
    }

    @Override
    public void close() {
        if (closed || owner.isBroken() || generation != owner.generation()) {
            closed = true;
            return;
        }
        try {
            act(() -> {
                navigator.closeTab();
                return navigator;
            });
        } catch (UserAgentBrokenException | ControlException e) {
            // What could not be closed alone is closed with the browser.
        } finally {
            closed = true;
        }
    }
}
