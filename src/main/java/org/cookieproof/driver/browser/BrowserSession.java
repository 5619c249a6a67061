package org.cookieproof.driver.browser;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.process.LastWill;

/** A session with a browser from its start to its end, whatever library holds the remote control. */
public final class BrowserSession implements TabCommands {

    /** How long a browser may take to write its profile to disk and end, after it was asked to. */
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final BrowserLaunch launch;
    private final Patience patience;
    private final Supplier<RemoteControl> starter;
    private final LastWill lastWill;
    private RemoteControl control;
    private Navigator navigator;
    private boolean broken;
    private int generation;

    private BrowserSession(
            BrowserLaunch launch, Patience patience, Supplier<RemoteControl> starter, RemoteControl control) {
        this.launch = launch;
        this.patience = patience;
        this.starter = starter;
        this.control = control;
        this.navigator = new Navigator(control, patience.limit());
        this.lastWill = new LastWill(launch.processes());
    }

    /**
     * Starts a browser with nothing in it, or a context of one that runs.
     *
     * @param starter    does so and takes hold of its only tab; for a restart again, on what is on disk
     * @param lastResort ends the library's own process, when that hangs with the browser
     * @throws UserAgentBrokenException when it does not start within the time given
     */
    public static BrowserSession start(
            BrowserLaunch launch, Duration limit, Supplier<RemoteControl> starter, Runnable lastResort) {
        Patience patience = new Patience(limit, launch.processes(), lastResort);
        try {
            RemoteControl control = patience.spend(starter);
            if (launch.restartable()) {
                launch.processes().look();
            }
            return new BrowserSession(launch, patience, starter, control);
        } catch (RuntimeException e) {
            patience.close();
            launch.close();
            throw UserAgentBrokenException.notStarted(launch.name(), e);
        }
    }

    @Override
    public Navigator navigator() {
        return navigator;
    }

    @Override
    public void restart() {
        if (!launch.restartable()) {
            throw new IllegalStateException("this session was opened as one that is not restarted");
        }
        act(() -> {
            control.close();
            launch.awaitEnd(FAREWELL);
            control = starter.get();
            generation++;
            launch.processes().look();
            navigator = new Navigator(control, patience.limit());
            return control;
        });
    }

    @Override
    public boolean startAfresh() {
        return act(() -> {
            Optional<RemoteControl> fresh = control.startAfresh();
            fresh.ifPresent(tab -> {
                control = tab;
                generation++;
                navigator = new Navigator(tab, patience.limit());
            });
            return fresh.isPresent();
        });
    }

    /** How often the browser was started again, or afresh: a tab lives no longer than that. */
    int generation() {
        return generation;
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public UserAgentSession openTab() {
        return new TabSession(this, act(navigator::openTab));
    }

    @Override
    public <T> T act(Supplier<T> action) {
        try {
            return patience.spend(action);
        } catch (UserAgentBrokenException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            if (broken) {
                launch.processes().kill(); // what is broken would not end by being asked
            }
            patience.spend(() -> {
                control.close();
                launch.awaitEnd(FAREWELL);
                return control;
            });
        } catch (RuntimeException e) {
            // Whatever the browser or its library does at the end: the processes are ended by their ids next.
        } finally {
            patience.close();
            launch.close();
            lastWill.close();
        }
    }
}
