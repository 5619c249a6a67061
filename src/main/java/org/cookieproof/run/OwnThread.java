package org.cookieproof.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.cookieproof.driver.UserAgentSession;

/** The thread of one user agent and of its driver: both are made, used and ended on it. */
final class OwnThread implements Executor, AutoCloseable {

    private final ExecutorService thread;
    private final Drivers drivers;
    private Optional<UserAgentSession> session = Optional.empty();

    /** @param drivers none of them made yet */
    OwnThread(String userAgent, Drivers drivers) {
        this.drivers = drivers;
        this.thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "user-agent-" + userAgent));
    }

    /** Opens the user agent; whatever its driver throws is thrown here. */
    UserAgentSession open(Function<Drivers, UserAgentSession> opener) {
        try {
            UserAgentSession opened = CompletableFuture.supplyAsync(() -> opener.apply(drivers), thread)
                    .join();
            session = Optional.of(opened);
            return opened;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }

    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    @Override
    public void close() {
        try {
            CompletableFuture.runAsync(
                            () -> {
                                session.ifPresent(UserAgentSession::close);
                                drivers.close();
                            },
                            thread)
                    .join();
        } finally {
            thread.shutdown();
        }
    }
}
