package org.cookieproof.tap;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** One cell's share of the tap. Safe for several threads. */
public final class TapLease implements AutoCloseable {

    private final Tap tap;
    private final Recorder recorder;
    private final ActiveRules rules;
    private final OwnAnswers answers = new OwnAnswers();
    private final List<Listener> held = new ArrayList<>();
    private final List<TapLease> further = new CopyOnWriteArrayList<>();
    private final InetSocketAddress address;
    private @Nullable RawClient raw;
    private boolean closed;

    TapLease(Tap tap, Recorder recorder, ActiveRules rules) {
        this.tap = tap;
        this.recorder = recorder;
        this.rules = rules;
        this.address = join(null).address();
    }

    private Listener join(Exchange.@Nullable Sender sender) {
        Listener listener = tap.takeListener();
        listener.join(new Cable(recorder, rules, answers, tap.settings(), sender));
        held.add(listener);
        return listener;
    }

    /**
     * A lease for a further user agent of the same cell: with a port, a recording and a step of its own, under the same
     * rules. Its exchanges bear the name, and no number is given twice in the cell.
     */
    public TapLease another(String userAgent) {
        TapLease lease = tap.lease(userAgent, rules, recorder.numbers());
        further.add(lease);
        return lease;
    }

    /**
     * Has the tap itself give this answer to whoever asks for the URL returned, instead of the target. Everything below
     * {@value OwnAnswer#RESERVED} is the tap's: what is not offered there is not found, and nothing of it is forwarded.
     * Rules do not touch such answers, and their exchanges are marked as answered by the harness.
     *
     * @param name a word for people who read the recording
     */
    public Url offer(Scheme scheme, String host, String name, OwnAnswer answer) {
        return answers.offer(scheme, host, name, answer);
    }

    /**
     * Refuses from now on, as a blocker or a filtering proxy does, what the user agent of this lease asks of these
     * hosts: with a 403 of the tap's own, marked as answered by the harness.
     *
     * @param found somewhere in the path and query
     */
    public void block(Set<String> hosts, Pattern found) {
        answers.block(hosts, found);
    }

    /** The user agent's HTTP proxy, for http and https alike. */
    public InetSocketAddress address() {
        return address;
    }

    /** Exchanges that start from now on belong to this step and sender. */
    public void enter(int step, Exchange.Sender sender) {
        recorder.enter(step, sender);
    }

    /** Exchanges that start from now on still belong to the step last entered, but are late. */
    public void leave() {
        recorder.leave();
    }

    /**
     * Has the user agent ask something at this URL that only the harness wants to know: no page goes to work on the
     * answer, so that {@link #awaitQuiet} counts from what went before. What else is sent meanwhile counts as ever.
     */
    public <T> T aside(Url url, Supplier<T> question) {
        recorder.asks(url);
        try {
            return question.get();
        } finally {
            recorder.asks(null);
        }
    }

    /**
     * How many exchanges and tunnels have begun so far but those of the harness's questions; whoever finds the same
     * number twice has missed nothing.
     */
    public long begun() {
        return recorder.begun();
    }

    /**
     * Waits until more has begun than {@link #begun()} once told.
     *
     * @return false when that did not come within {@code atMost}, or the thread was interrupted (it still is then)
     */
    public boolean awaitBegun(long more, Duration atMost) {
        return recorder.awaitBegun(more, atMost);
    }

    /**
     * Waits until no exchange has been in flight, and no tunnel been opening, for a while. What the harness asked by
     * itself is waited for, and nothing after it.
     *
     * @return false when that did not come within {@code atMost}, or the thread was interrupted (it still is then)
     */
    public boolean awaitQuiet(Duration quiet, Duration atMost) {
        return recorder.awaitQuiet(quiet, atMost);
    }

    /**
     * What has been recorded by now, in order of arrival; also after the lease has been closed. An exchange in flight
     * stands there as far as it has come: with a truncated body, or with the failure {@link Exchange#ENDED_BY_USER_AGENT}.
     */
    public Recording recording() {
        return recorder.recording();
    }

    /**
     * Hosts asked for that are not the target's, each once, in order; with the port where it is not the scheme's own.
     * They got a 403 and are in no recording. A request too broken to name a host of the target's stands there as its
     * fault, in brackets. Those of the cell's further user agents are among them.
     */
    public List<String> refusals() {
        return Stream.concat(recorder.refusals().stream(), further.stream().flatMap(l -> l.refusals().stream()))
                .distinct()
                .toList();
    }

    /**
     * Why the recording is not the whole of what would have happened: a bound was met, or the cell was cut off. The
     * first reason, further user agents of the cell included; empty when there is none.
     */
    public Optional<String> excess() {
        return recorder.excess()
                .or(() -> further.stream()
                        .flatMap(lease -> lease.excess().stream())
                        .findFirst());
    }

    /**
     * Ends what is in flight and lets no further request of the cell through; the recording stays, and {@link #excess()} says why.
     * May be called by any thread, also after the end.
     */
    public void cutOff(String why) {
        recorder.exceeded(why);
        recorder.endAll(why);
        List<Listener> cutOff;
        synchronized (this) {
            cutOff = closed ? List.of() : List.copyOf(held);
        }
        cutOff.forEach(Listener::cut);
        further.forEach(lease -> lease.cutOff(why));
    }

    /** The harness's own client, on a port of its own. */
    public synchronized RawClient raw() {
        if (closed) {
            throw new IllegalStateException("the lease has ended");
        }
        if (raw == null) {
            raw = new RawClient(
                    join(Exchange.Sender.HARNESS).address(),
                    tap.ownTls(),
                    tap.settings().patience(),
                    recorder);
        }
        return raw;
    }

    /** Ends what is still in flight, closes every connection, and returns the ports to the pool. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (raw != null) {
            raw.end();
        }
        recorder.endAll(Exchange.ENDED_BY_USER_AGENT + ": the cell was over");
        for (Listener listener : held) {
            listener.drain();
            tap.giveBack(listener);
        }
        tap.ended(this);
    }
}
