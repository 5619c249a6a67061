package org.cookieproof.driver;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A call that a client in this virtual machine has under way.
 *
 * @param client as messages name it
 * @param cancel ends the call from another thread
 * @param <T>    what the client answers with
 */
public record Pending<T>(String client, Call call, Future<T> answer, Runnable cancel) {

    /**
     * Waits for the answer. What the client throws in its place is a {@link Reply.Failed}.
     *
     * @throws UserAgentBrokenException when nothing comes in time; the call is cancelled then
     */
    public Reply within(Duration patience, Function<? super T, Reply> reply) {
        try {
            return reply.apply(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw new UserAgentBrokenException(client + " failed at " + call.url() + ": " + error, e);
            }
            return new Reply.Failed(call.url(), String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            cancel.run();
            throw new UserAgentBrokenException(client + " got no answer from " + call.url() + " in time", e);
        } catch (InterruptedException e) {
            cancel.run();
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while waiting for " + call.url(), e);
        }
    }
}
