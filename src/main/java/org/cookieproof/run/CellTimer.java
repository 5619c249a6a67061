package org.cookieproof.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cookieproof.tap.TapLease;

/**
 * Cuts off cells that take too long: without the wire whatever still waits or asks on comes to its end, in every user
 * agent alike, and none has to be interrupted in the middle of a library.
 */
final class CellTimer implements AutoCloseable {

    private final Duration limit;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "cell-timer");
        thread.setDaemon(true);
        return thread;
    });

    CellTimer(Duration limit) {
        this.limit = limit;
    }

    /** A running limit; closed when the cell is over. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    Running start(TapLease tap) {
        Future<?> end = clock.schedule(
                () -> tap.cutOff("the cell was not over within its time limit of " + limit.toSeconds() + " s"),
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> end.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
