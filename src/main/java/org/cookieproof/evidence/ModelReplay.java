package org.cookieproof.evidence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.http.cookie.Outcome;
import org.cookieproof.http.cookie.PublicSuffixes;

/**
 * The jar that the model would have after each response of a recording: what the user agent ought to hold. The
 * harness's own requests are left out, since they pass the user agent by. Responses count in the order in which they
 * had come, not in that of their requests.
 */
public final class ModelReplay {

    /** One response with the jar right before and after it; the lists are shared while nothing changes. */
    public record Moment(
            Exchange exchange, Instant at, List<LineOutcome> outcomes, List<Cookie> before, List<Cookie> cookies) {}

    private final Recording recording;
    private final Set<CookieDeviation> deviations;
    private final PublicSuffixes suffixes;
    private final Set<Integer> restarts;
    private final List<Moment> moments;

    private ModelReplay(
            Recording recording, Set<CookieDeviation> deviations, PublicSuffixes suffixes, Set<Integer> restarts) {
        this.recording = recording;
        this.deviations = Set.copyOf(deviations);
        this.suffixes = suffixes;
        this.restarts = Set.copyOf(restarts);
        this.moments = play();
    }

    /** Replays a user agent that is never restarted. */
    public static ModelReplay of(Recording recording, Set<CookieDeviation> deviations, PublicSuffixes suffixes) {
        return of(recording, deviations, suffixes, Set.of());
    }

    /**
     * Replays a recording.
     *
     * @param restarts the indices of the steps that end the user agent and start it again: its session cookies go
     */
    public static ModelReplay of(
            Recording recording, Set<CookieDeviation> deviations, PublicSuffixes suffixes, Set<Integer> restarts) {
        return new ModelReplay(recording, deviations, suffixes, restarts);
    }

    /** The declared model over all of a cell's evidence. */
    public static ModelReplay declared(Evidence evidence) {
        return with(evidence, evidence.deviations());
    }

    /** The same without any deviation. */
    public static ModelReplay strict(Evidence evidence) {
        return with(evidence, Set.of());
    }

    /** The same with deviations of the caller's choice. */
    public static ModelReplay with(Evidence evidence, Set<CookieDeviation> deviations) {
        return evidence.replays()
                .of(
                        Set.copyOf(deviations),
                        () -> of(evidence.recording(), deviations, evidence.publicSuffixes(), evidence.restarts()));
    }

    /** What became of every Set-Cookie line, in the order in which they came. */
    public List<LineOutcome> outcomes() {
        return moments.stream().flatMap(m -> m.outcomes().stream()).toList();
    }

    /**
     * The jar when the response of this exchange had come; its clock stands at that moment.
     *
     * @throws IllegalArgumentException when there is no such exchange
     */
    public CookieJar jarAfterExchange(int number) {
        Exchange exchange = recording
                .number(number)
                .orElseThrow(() -> new IllegalArgumentException("no exchange #" + number + " in this recording"));
        return moments.stream()
                .filter(m -> m.exchange().number() == number)
                .findFirst()
                .map(m -> jar(m.cookies(), m.at()))
                .orElseGet(() -> jarAt(ReceivedLine.receivedAt(exchange)));
    }

    /** The jar when this step and all before it had ended, but for their late exchanges; empty before the first. */
    public CookieJar jarAfterStep(int step) {
        Moment last = null;
        for (Moment moment : moments) {
            last = moment.exchange().step() <= step && !moment.exchange().late() ? moment : last;
        }
        if (last == null) {
            return jar(List.of(), Instant.EPOCH);
        }
        CookieJar jar = jar(last.cookies(), last.at());
        int lastStep = last.exchange().step();
        if (restarts.stream().anyMatch(restart -> lastStep < restart && restart <= step)) {
            jar.endSession(); // nothing was sent since the restart, so that no response shows it
        }
        return jar;
    }

    /** The jar as it was at a time, with what had come by then. */
    public CookieJar jarAt(Instant time) {
        return jar(cookiesAt(time), time);
    }

    /** The unexpired cookie of this key at a time. */
    public Optional<Cookie> cookieAt(Instant time, Cookie.Key key) {
        return cookiesAt(time).stream()
                .filter(c -> c.key().equals(key))
                .filter(c -> !c.isExpiredAt(time) || deviations.contains(CookieDeviation.KEEPS_EXPIRED))
                .findFirst();
    }

    /** Why the model would not send this cookie at a time; see {@link CookieJar#whyNotSent}. */
    public Optional<String> whyNotSent(Cookie cookie, CookieContext context, Instant time) {
        return jar(List.of(), time).whyNotSent(cookie, context);
    }

    /** The same, but only cookies of these names: of a large jar a question mostly concerns a few. */
    public List<Cookie> toSend(CookieContext context, Instant time, Set<String> names) {
        return jar(List.of(), time).toSend(named(cookiesAt(time), names), context);
    }

    private static List<Cookie> named(List<Cookie> cookies, Set<String> names) {
        return cookies.stream().filter(c -> names.contains(c.name())).toList();
    }

    /** What the model would send in this context at a time. */
    public List<Cookie> toSend(CookieContext context, Instant time) {
        return jar(List.of(), time).toSend(cookiesAt(time), context);
    }

    /** What of these names the model may have sent at some time in this span, with a clock of its own. */
    public Stream<Cookie> toSendDuring(
            Instant from, Instant to, Instant clock, CookieContext context, Set<String> names) {
        CookieJar jar = jar(List.of(), clock);
        return cookiesDuring(from, to).flatMap(cookies -> jar.toSend(named(cookies, names), context).stream());
    }

    /** All that is held at a time, expired or not. */
    public List<Cookie> cookiesAt(Instant time) {
        int count = momentsUntil(time);
        return count == 0 ? List.of() : moments.get(count - 1).cookies();
    }

    /** Whether this cookie is gone at a time, as its expiry has passed. */
    public boolean isOver(Cookie cookie, Instant time) {
        return cookie.isExpiredAt(time) && !deviations.contains(CookieDeviation.KEEPS_EXPIRED);
    }

    /** What a user agent may have held at some time in this span, each state of its jar once. */
    public Stream<List<Cookie>> cookiesDuring(Instant from, Instant to) {
        List<List<Cookie>> states = new ArrayList<>(List.of(cookiesAt(from)));
        for (Moment moment : moments.subList(momentsUntil(from), momentsUntil(to))) {
            // The lists are shared while nothing changes, so that the same one is the same state.
            if (states.get(states.size() - 1) != moment.cookies()) {
                states.add(moment.cookies());
            }
        }
        return states.stream();
    }

    /** A jar with those of the cookies held right before a response that have one of these names. */
    public CookieJar jarBefore(Moment moment, Set<String> names) {
        return jar(
                moment.before().stream().filter(c -> names.contains(c.name())).toList(), moment.at());
    }

    public List<Moment> moments() {
        return moments;
    }

    private int momentsUntil(Instant time) {
        int low = 0;
        int high = moments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments.get(middle).at().isAfter(time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private CookieJar jar(List<Cookie> cookies, Instant clock) {
        CookieJar jar = new CookieJar(InstantSource.fixed(clock), suffixes, deviations);
        cookies.forEach(jar::put);
        return jar;
    }

    private List<Moment> play() {
        RecordingClock clock = new RecordingClock();
        CookieJar jar = new CookieJar(clock, suffixes, deviations);
        TreeSet<Integer> restartsAhead = new TreeSet<>(restarts);
        List<Moment> played = new ArrayList<>();
        List<Cookie> cookies = List.of();
        for (Exchange exchange : received(recording)) {
            clock.now = ReceivedLine.receivedAt(exchange);
            if (!restartsAhead.isEmpty() && !exchange.late() && restartsAhead.first() <= exchange.step()) {
                restartsAhead.headSet(exchange.step(), true).clear();
                jar.endSession();
                cookies = jar.cookies();
            }
            List<LineOutcome> outcomes = receive(exchange, jar);
            List<Cookie> before = cookies;
            cookies = outcomes.isEmpty() ? cookies : jar.cookies();
            played.add(new Moment(exchange, clock.now, outcomes, before, cookies));
        }
        return List.copyOf(played);
    }

    private List<LineOutcome> receive(Exchange exchange, CookieJar jar) {
        var context = Initiator.of(exchange.request(), suffixes).context(exchange.request());
        jar.use(context);
        List<LineOutcome> outcomes = new ArrayList<>();
        for (ReceivedLine line : ReceivedLine.of(exchange)) {
            Outcome outcome = jar.receive(line.field().value(), context);
            outcomes.add(new LineOutcome(exchange.number(), line.field().value(), outcome));
        }
        return List.copyOf(outcomes);
    }

    private static List<Exchange> received(Recording recording) {
        return recording.exchanges().stream()
                .filter(e -> e.sender() != Exchange.Sender.HARNESS && e.response() != null)
                .sorted(Comparator.comparing(ReceivedLine::receivedAt).thenComparing(Exchange::number))
                .toList();
    }

    /** Stands at the moment in which the response at hand had come. */
    private static final class RecordingClock implements InstantSource {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }
    }
}
