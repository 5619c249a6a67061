package org.cookieproof.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.scenario.Scenario;
import org.cookieproof.step.Cast;
import org.cookieproof.tap.TapLease;
import org.cookieproof.yaml.YamlNode;

/**
 * The user agents that a scenario names besides the first: each with a port, a recording, a directory and an empty jar
 * of its own. Where some play at the same time each lives on a thread of its own with drivers of its own, since some
 * drivers' objects belong to the thread that made them.
 */
final class FurtherUserAgents implements AutoCloseable {

    private final BoundScenario scenario;
    private final TapLease first;
    private final Path scratch;
    private final Drivers drivers;
    private final Opener opener;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    /** Starts a user agent by these drivers. */
    interface Opener {
        UserAgentSession open(Drivers drivers, TapLease tap, Path scratch);
    }

    FurtherUserAgents(BoundScenario scenario, TapLease first, Path scratch, Drivers drivers, Opener opener) {
        this.scenario = scenario;
        this.first = first;
        this.scratch = scratch;
        this.drivers = drivers;
        this.opener = opener;
    }

    /** Opens all of them; what was opened before one failed is ended by {@link #close()}. */
    void join(Cast cast) {
        Scenario written = scenario.scenario();
        written.userAgents().stream().map(YamlNode.Scalar::text).forEach(name -> {
            TapLease tap = closing(first.another(name));
            Path directory = closing(Scratch.below(scratch)).path();
            if (scenario.together()) {
                OwnThread thread = closing(new OwnThread(name, drivers.forAnotherThread()));
                cast.add(name, thread.open(by -> opener.open(by, tap, directory)), tap, thread);
            } else {
                cast.add(name, closing(opener.open(drivers, tap, directory)), tap, Runnable::run);
            }
        });
        written.tabs().forEach(tab -> cast.addTab(tab.text()));
    }

    private <T extends AutoCloseable> T closing(T opened) {
        toClose.push(opened);
        return opened;
    }

    /** The newest first: a session before its recorder and its directory. */
    @Override
    public void close() {
        RuntimeException fault = null;
        for (AutoCloseable opened : toClose) {
            try {
                opened.close();
            } catch (RuntimeException e) {
                fault = fault == null ? e : fault;
            } catch (Exception e) {
                fault = fault == null ? new IllegalStateException("could not be closed: " + opened, e) : fault;
            }
        }
        toClose.clear();
        if (fault != null) {
            throw fault;
        }
    }
}
