package org.cookieproof.tap;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** One cell's exchanges in order of arrival, each tagged with the step and sender of its moment. */
final class Recorder {

    private final Object lock = new Object();
    private final Clock clock;
    private final long bodyLimit;
    private final String userAgent;
    private final AtomicInteger numbers;
    private final Bounds bounds;
    private final Allowance bodies;
    private final Allowance heads;
    private final List<Flight> flights = new ArrayList<>();
    private final Set<String> refusals = new LinkedHashSet<>();
    private int step;
    private Exchange.Sender sender = Exchange.Sender.USER_AGENT;
    private boolean left;
    private @Nullable String excess;
    private int inFlight;
    private long begun;
    private @Nullable Url question;
    private long quietSince = System.nanoTime();

    /**
     * @param bodyLimit octets kept of each body
     * @param bounds    of all of it
     * @param userAgent whose exchanges these are; empty for the one that every cell has
     * @param numbers   of the cell, which all its user agents count on
     */
    Recorder(Clock clock, long bodyLimit, Bounds bounds, String userAgent, AtomicInteger numbers) {
        this.clock = clock;
        this.bodyLimit = bodyLimit;
        this.bounds = bounds;
        this.userAgent = userAgent;
        this.numbers = numbers;
        this.bodies = new Allowance(bounds.keptBodies());
        this.heads = new Allowance(bounds.keptHeads());
    }

    AtomicInteger numbers() {
        return numbers;
    }

    Bounds bounds() {
        return bounds;
    }

    /** Whether another exchange may begin; where not, that is an excess. */
    boolean hasRoom() {
        synchronized (lock) {
            if (flights.size() >= bounds.exchanges()) {
                exceeded("more than " + bounds.exchanges() + " exchanges");
            } else if (heads.isUsedUp()) {
                exceeded("more than " + bounds.keptHeads() + " characters of header fields");
            }
            return excess == null;
        }
    }

    /** From now on the recording is not the whole. */
    void exceeded(String why) {
        synchronized (lock) {
            excess = excess == null ? why : excess;
        }
    }

    Optional<String> excess() {
        synchronized (lock) {
            return Optional.ofNullable(excess);
        }
    }

    /** Counts a message's fields among those kept. */
    void keeps(Headers headers) {
        long characters = headers.fields().stream()
                .mapToLong(f -> f.name().length() + f.value().length())
                .sum();
        heads.take((int) Math.min(characters, Integer.MAX_VALUE));
    }

    void enter(int newStep, Exchange.Sender newSender) {
        synchronized (lock) {
            step = newStep;
            sender = newSender;
            left = false;
        }
    }

    void leave() {
        synchronized (lock) {
            left = true;
        }
    }

    /**
     * From now on what is asked at this URL is the harness's question, whose answer sets no page to work.
     *
     * @param url null for no question
     */
    void asks(@Nullable Url url) {
        synchronized (lock) {
            question = url;
        }
    }

    /**
     * Starts an exchange whose request's head has arrived.
     *
     * @param fixedSender null for whoever the current step says
     */
    Flight begin(Exchange.@Nullable Sender fixedSender, int clientPort, String method, Url url, Headers headers) {
        return begin(fixedSender, clientPort, method, url, headers, false);
    }

    /** The same for an exchange that the tap may answer by itself. */
    Flight begin(
            Exchange.@Nullable Sender fixedSender,
            int clientPort,
            String method,
            Url url,
            Headers headers,
            boolean answeredByHarness) {
        synchronized (lock) {
            Flight.Start start = new Flight.Start(
                    numbers.incrementAndGet(),
                    clock.instant(),
                    System.nanoTime(),
                    fixedSender == null ? sender : fixedSender,
                    step,
                    fixedSender == null && left,
                    clientPort,
                    method,
                    url,
                    headers,
                    userAgent,
                    answeredByHarness,
                    fixedSender == Exchange.Sender.HARNESS || url.equals(question));
            Flight flight = new Flight(start, bodyLimit, bodies);
            keeps(headers);
            flights.add(flight);
            activityBegins(flight.isAside());
            return flight;
        }
    }

    /**
     * Ends an exchange, once.
     *
     * @param why null when its response is complete
     */
    void end(Flight flight, @Nullable String why) {
        if (flight.end(System.nanoTime(), why)) {
            activityEnds(flight.isAside());
        }
    }

    /**
     * Something keeps the wire busy: an exchange, or a tunnel being opened.
     *
     * @param aside whether the harness alone goes on from it
     */
    void activityBegins(boolean aside) {
        synchronized (lock) {
            inFlight++;
            begun += aside ? 0 : 1;
            lock.notifyAll();
        }
    }

    void activityEnds(boolean aside) {
        synchronized (lock) {
            inFlight--;
            quietSince = aside ? quietSince : System.nanoTime();
            lock.notifyAll();
        }
    }

    /** How much has begun so far but what the harness asked. */
    long begun() {
        synchronized (lock) {
            return begun;
        }
    }

    boolean awaitBegun(long more, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            while (begun <= more) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    lock.wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    void endAll(String why) {
        List<Flight> all;
        synchronized (lock) {
            all = List.copyOf(flights);
        }
        all.forEach(flight -> end(flight, why));
    }

    void refuse(String host) {
        synchronized (lock) {
            refusals.add(host);
        }
    }

    List<String> refusals() {
        synchronized (lock) {
            return List.copyOf(refusals);
        }
    }

    Recording recording() {
        List<Flight> all;
        synchronized (lock) {
            all = List.copyOf(flights);
        }
        long now = System.nanoTime();
        return new Recording(all.stream().map(flight -> flight.exchange(now)).toList());
    }

    int count() {
        synchronized (lock) {
            return flights.size();
        }
    }

    /** The newest exchange after the first so many that came from this port of a client. */
    Optional<Exchange> latestFrom(int clientPort, int after) {
        synchronized (lock) {
            for (int i = flights.size() - 1; i >= after; i--) {
                if (flights.get(i).clientPort() == clientPort) {
                    return Optional.of(flights.get(i).exchange(System.nanoTime()));
                }
            }
            return Optional.empty();
        }
    }

    boolean awaitQuiet(Duration quiet, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            while (true) {
                long now = System.nanoTime();
                long stillLoud = quietSince + quiet.toNanos() - now;
                if (inFlight == 0 && stillLoud <= 0) {
                    return true;
                }
                long patienceLeft = deadline - now;
                if (patienceLeft <= 0) {
                    return false;
                }
                long wait = inFlight == 0 ? Math.min(stillLoud, patienceLeft) : patienceLeft;
                try {
                    // Rounded up, or the last fraction of a millisecond would be spent spinning.
                    lock.wait(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
    }
}
