package org.cookieproof.farm.session;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A slow dependency, simulated: how long each use of it takes, in real time. Zero until it is broken. */
public final class Delay {

    private Duration length = Duration.ZERO;
    private CountDownLatch mended = new CountDownLatch(1);

    /** From now on each use takes so long. */
    public synchronized void set(Duration longer) {
        length = longer;
        mended.countDown();
        mended = new CountDownLatch(1);
    }

    /** From now on it takes no time; who waits goes on. */
    public void mend() {
        set(Duration.ZERO);
    }

    public synchronized Duration length() {
        return length;
    }

    /** Takes as long as it takes now. */
    public void await() {
        Duration now;
        CountDownLatch until;
        synchronized (this) {
            now = length;
            until = mended;
        }
        if (now.isZero()) {
            return;
        }
        try {
            boolean early = until.await(now.toNanos(), TimeUnit.NANOSECONDS);
            if (early) {
                return;
            }
        } catch (InterruptedException e) {
            // The farm is being stopped; its threads have nothing left to wait for.
            Thread.currentThread().interrupt();
        }
    }
}
