package org.cookieproof.driver.browser;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.process.SessionProcesses;
import org.jspecify.annotations.Nullable;

/**
 * Ends a browser that hangs: a call into a library waits for ever on a page whose script never ends, and a library may
 * be used by its own thread only. So another thread ends the processes, and the call comes back with an error.
 */
public final class Patience implements AutoCloseable {

    /** The libraries have time limits of their own, whose messages say more; they get the chance to be first. */
    private static final Duration COURTESY = Duration.ofSeconds(1);

    private final Duration limit;
    private final SessionProcesses processes;
    private final Runnable lastResort;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "user-agent-patience");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param lastResort ends the library's own process: Playwright's waits on for the answer to some commands after the
     *                   browser that should give it has died
     */
    public Patience(Duration limit, SessionProcesses processes, Runnable lastResort) {
        this.limit = limit;
        this.processes = processes;
        this.lastResort = lastResort;
    }

    public Duration limit() {
        return limit;
    }

    /**
     * @throws UserAgentBrokenException when the action took too long, whatever else it threw because of that
     */
    public <T> T spend(Supplier<T> action) {
        if (lost.get()) {
            throw broken(null);
        }
        Future<?> end = after(limit.plus(COURTESY), this::lose);
        Future<?> lastEnd = after(limit.plus(COURTESY).plus(COURTESY), lastResort);
        try {
            return action.get();
        } catch (RuntimeException e) {
            throw lost.get() ? broken(e) : e;
        } finally {
            end.cancel(false);
            lastEnd.cancel(false);
        }
    }

    private Future<?> after(Duration delay, Runnable action) {
        return watch.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lose() {
        lost.set(true);
        processes.kill();
    }

    private UserAgentBrokenException broken(@Nullable Throwable cause) {
        String message = "The browser hung for more than " + limit + " and was ended";
        return cause == null ? new UserAgentBrokenException(message) : new UserAgentBrokenException(message, cause);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
