package org.cookieproof.run;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cookieproof.process.Memory;

/** Looks every few seconds how much memory the run takes, from when it is made until it is closed. */
final class MemoryWatch implements AutoCloseable {

    private static final long PERIOD_SECONDS = 3;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "memory-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Future<?> looking = clock.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    private long peak;

    private synchronized void look() {
        peak = Math.max(peak, Memory.ofOurs());
    }

    /** The most that was seen, in MB. */
    synchronized long peakMegabytes() {
        return peak;
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }
}
