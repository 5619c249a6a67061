package org.cookieproof.tap;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/**
 * What joins one listener to one cell for as long as the lease lasts: every connection accepted meanwhile belongs to
 * that cell, and none outlives the lease.
 */
final class Cable {

    private final Recorder recorder;
    private final ActiveRules rules;
    private final OwnAnswers answers;
    private final TapSettings settings;
    private final Exchange.@Nullable Sender sender;
    private final Set<Channel> open = new HashSet<>();
    private boolean cut;

    /**
     * @param sender null when the cell's current step says who sends
     */
    Cable(
            Recorder recorder,
            ActiveRules rules,
            OwnAnswers answers,
            TapSettings settings,
            Exchange.@Nullable Sender sender) {
        this.recorder = recorder;
        this.rules = rules;
        this.answers = answers;
        this.settings = settings;
        this.sender = sender;
    }

    Recorder recorder() {
        return recorder;
    }

    ActiveRules rules() {
        return rules;
    }

    OwnAnswers answers() {
        return answers;
    }

    /** Whether the target is not to hear of it. What the harness itself asks passes no blocker of a user agent's. */
    boolean answersItself(Url url) {
        return OwnAnswers.areFor(url) || (sender != Exchange.Sender.HARNESS && answers.block(url));
    }

    boolean reaches(Endpoint endpoint) {
        return settings.upstreams().containsKey(endpoint);
    }

    Duration patience() {
        return settings.patience();
    }

    /** The fields with which a request goes to a host of the target. */
    Headers toTarget(Endpoint endpoint, Headers received) {
        return AddedHeader.to(endpoint, received, settings.added());
    }

    /** How long the next request to the target is to be held back; taking the answer takes the turn. */
    Duration takeTurn() {
        return settings.rateLimit().map(RateLimit::takeTurn).orElse(Duration.ZERO);
    }

    Exchange.@Nullable Sender sender() {
        return sender;
    }

    /** The harness's own connections carry one exchange each: their end tells it that the exchange is over. */
    boolean oneExchangeEach() {
        return sender == Exchange.Sender.HARNESS;
    }

    /**
     * Takes in a connection.
     *
     * @return false when the lease has ended; the connection must be closed
     */
    synchronized boolean admit(Channel channel) {
        if (cut) {
            return false;
        }
        open.add(channel);
        channel.closeFuture().addListener(closed -> forget(channel));
        return true;
    }

    private synchronized void forget(Channel channel) {
        open.remove(channel);
    }

    /** Closes every connection and waits until they are closed. */
    void cut(Duration atMost) {
        Set<Channel> last;
        synchronized (this) {
            cut = true;
            last = Set.copyOf(open);
        }
        List<ChannelFuture> closing = last.stream().map(Channel::close).toList();
        long deadline = System.nanoTime() + atMost.toNanos();
        for (ChannelFuture closed : closing) {
            long left = Math.max(0, deadline - System.nanoTime());
            if (!closed.awaitUninterruptibly(left, TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("a connection of the cell could not be closed: " + closed.channel());
            }
        }
    }
}
