package org.cookieproof.driver.chromium;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentSession;

/** A session with a Chromium from its start to its end, whatever library holds the remote control. */
public final class ChromiumSession implements TabCommands {

    /** How long a browser may take to write its profile to disk and end, after it was asked to. */
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final ChromiumLaunch launch;
    private final Patience patience;
    private final Function<ChromiumLaunch, RemoteControl> starter;
    private final Thread lastWill;
    private RemoteControl control;
    private Navigator navigator;
    private boolean broken;
    private int generation;

    private ChromiumSession(
            ChromiumLaunch launch,
            Patience patience,
            Function<ChromiumLaunch, RemoteControl> starter,
            RemoteControl control) {
        this.launch = launch;
        this.patience = patience;
        this.starter = starter;
        this.control = control;
        this.navigator = new Navigator(control, patience.limit());
        // chromedriver and its browser would outlive a machine that is told to end in the middle of a session.
        this.lastWill = new Thread(launch.processes()::kill, "user-agent-last-will");
        Runtime.getRuntime().addShutdownHook(lastWill);
    }

    /**
     * Starts a browser on an empty profile directory.
     *
     * @param starter   starts a browser on the launch's profile directory and takes hold of its only tab
     * @param lastResort ends the library's own process, when that hangs with the browser
     * @throws UserAgentBrokenException when it does not start within the time given
     */
    public static ChromiumSession start(
            ChromiumLaunch launch,
            Duration limit,
            Function<ChromiumLaunch, RemoteControl> starter,
            Runnable lastResort) {
        Patience patience = new Patience(limit, launch.processes(), lastResort);
        try {
            RemoteControl control = patience.spend(() -> starter.apply(launch));
            launch.processes().look();
            return new ChromiumSession(launch, patience, starter, control);
        } catch (RuntimeException e) {
            patience.close();
            launch.close();
            throw e instanceof UserAgentBrokenException
                    ? e
                    : new UserAgentBrokenException(launch.engine() + " does not start", e);
        }
    }

    @Override
    public Navigator navigator() {
        return navigator;
    }

    @Override
    public void restart() {
        act(() -> {
            control.close();
            launch.processes().end(FAREWELL);
            control = starter.apply(launch);
            generation++;
            launch.processes().look();
            navigator = new Navigator(control, patience.limit());
            return control;
        });
    }

    /** How often the browser was started again: a tab lives no longer than its browser. */
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
                launch.processes().end(FAREWELL);
                return control;
            });
        } catch (RuntimeException e) {
            // Whatever the browser or its library does at the end: the processes are ended by their ids next.
        } finally {
            patience.close();
            launch.close();
            forgetLastWill();
        }
    }

    private void forgetLastWill() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastWill);
        } catch (IllegalStateException e) {
            // The machine is ending already, and the will is being carried out.
        }
    }
}
