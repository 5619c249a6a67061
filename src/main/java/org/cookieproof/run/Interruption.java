package org.cookieproof.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the run was told to end early. */
public final class Interruption {

    /** The reason that cells carry which were not played, or not to their end, because of it. */
    public static final String REASON = "the run was interrupted";

    /** A terminal sends Ctrl-C to the user agents as well; one that dies of it may be noticed before the signal is. */
    private static final long SIGNAL_LAG_MS = 300;

    private final CountDownLatch told = new CountDownLatch(1);

    public void tell() {
        told.countDown();
    }

    /**
     * Whether the run was told, or the JVM has begun to end. At a signal all shutdown hooks start at once: the proxy's own
     * may have cut every connection before the hook that tells us has run.
     */
    public boolean isTold() {
        return told.getCount() == 0 || jvmIsEnding();
    }

    /** A JVM that has begun to end takes no more hooks; nothing else tells. */
    private static boolean jvmIsEnding() {
        Thread probe = new Thread(() -> {}, "never-started");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Whether what just broke may have broken of an interruption. */
    boolean explains() {
        if (isTold()) {
            return true;
        }
        try {
            return told.await(SIGNAL_LAG_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
