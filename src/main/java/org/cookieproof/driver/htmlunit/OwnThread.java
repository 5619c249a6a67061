package org.cookieproof.driver.htmlunit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cookieproof.driver.UserAgentBrokenException;

/** One thread for a library that cannot be told to stop: who waits for it need not wait for ever. */
final class OwnThread {

    /** How much longer than the library's own limit it may take to say that it is over. */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** In octets. Pages may be thousands of elements deep, and HtmlUnit goes down all of them. */
    private static final long STACK = 64L << 20;

    private final String name;
    private final Duration patience;
    private final ExecutorService executor;
    private boolean hung;

    OwnThread(String name, Duration patience) {
        this.name = name;
        this.patience = patience.plus(GRACE);
        this.executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(null, task, name, STACK);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does it there, and waits.
     *
     * @throws UserAgentBrokenException when it takes too long, now or earlier
     */
    <T> T act(Supplier<T> action) {
        if (hung) {
            throw new UserAgentBrokenException(name + " still hangs");
        }
        return await(executor.submit((Callable<T>) action::get));
    }

    private <T> T await(Future<T> result) {
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new UserAgentBrokenException(name + " failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            hung = true;
            result.cancel(true);
            throw new UserAgentBrokenException(name + " has not come to an end in " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while waiting for " + name, e);
        }
    }

    /**
     * Does this as the last thing; where the thread hangs, beside it: that takes away what it hangs in. Never throws.
     */
    void close(Runnable last) {
        try {
            act(() -> {
                last.run();
                return name;
            });
        } catch (RuntimeException e) {
            new Thread(last, name + "-end").start();
        } finally {
            executor.shutdownNow();
        }
    }
}
