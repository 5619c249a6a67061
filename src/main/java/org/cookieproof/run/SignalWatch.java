package org.cookieproof.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.cookieproof.plan.SignalGate;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.target.Signal;
import org.cookieproof.target.TargetDefinition;

/**
 * Reads a target's signals when a stand begins and when it ends. Two stands of one service have the same place to read: of
 * it the first reading and the last count. Services of their own have places of their own, over which is summed.
 */
final class SignalWatch {

    /** Of each reading; a run is not held up by what it only wants to know. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A log that has been rotated lost lines of the run's own; how many, nobody can tell. */
    private static final String FEWER_LINES =
            "after the run: the command counts fewer lines than before it, as of a log that was rotated";

    private final TargetDefinition target;
    private final Map<Place, SignalReading> before = new LinkedHashMap<>();
    private final Map<Place, SignalReading> after = new LinkedHashMap<>();

    SignalWatch(TargetDefinition target) {
        this.target = target;
    }

    /** Where a signal is read; what is started anew listens elsewhere. */
    private record Place(String signal, String where) {}

    void begin(Stand stand) {
        for (Signal signal : target.signals()) {
            Place place = place(signal, stand);
            synchronized (this) {
                if (before.containsKey(place)) {
                    continue;
                }
            }
            SignalReading reading = read(signal, stand);
            synchronized (this) {
                before.putIfAbsent(place, reading);
            }
        }
    }

    void end(Stand stand) {
        for (Signal signal : target.signals()) {
            SignalReading reading = read(signal, stand);
            synchronized (this) {
                after.put(place(signal, stand), reading);
            }
        }
    }

    private static Place place(Signal signal, Stand stand) {
        String where = signal.source() instanceof Signal.Page page
                ? page.url() + " " + new java.util.TreeMap<>(byText(stand)).values()
                : String.valueOf(signal.source());
        return new Place(signal.name(), where);
    }

    private static Map<String, String> byText(Stand stand) {
        Map<String, String> addresses = new LinkedHashMap<>();
        stand.target().addresses().forEach((endpoint, at) -> addresses.put(endpoint.toString(), at.toString()));
        return addresses;
    }

    private SignalReading read(Signal signal, Stand stand) {
        try {
            if (signal.source() instanceof Signal.Page page) {
                return new SignalReading.Value(
                        MetricLines.sum(new MetricsPage(page.url(), PATIENCE).lines(stand), signal));
            }
            Signal.Command command = (Signal.Command) signal.source();
            return new SignalReading.Value(new LogCommand(
                            command.words(),
                            Optional.ofNullable(target.file().toAbsolutePath().getParent())
                                    .orElse(target.file()),
                            PATIENCE)
                    .lines(signal.counts()));
        } catch (SignalReading.UnreadableException e) {
            return new SignalReading.Unread(String.valueOf(e.getMessage()));
        }
    }

    /** What moved; a signal that is gated and that the target does not name stands there as not read. */
    synchronized SignalMoves moves(Map<String, SignalGate> gates) {
        List<SignalMove> moves = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (Signal signal : target.signals()) {
            named.add(signal.name());
            moves.add(move(signal, most(gates, signal.name())));
        }
        new TreeSet<>(gates.keySet())
                .stream()
                        .filter(name -> !named.contains(name))
                        .forEach(name -> moves.add(unread(name, "the target names no such signal", most(gates, name))));
        return new SignalMoves(moves);
    }

    private static OptionalInt most(Map<String, SignalGate> gates, String name) {
        SignalGate gate = gates.get(name);
        return gate == null ? OptionalInt.empty() : OptionalInt.of(gate.most());
    }

    private SignalMove move(Signal signal, OptionalInt most) {
        String name = signal.name();
        double from = 0;
        double to = 0;
        double moved = 0;
        List<Map.Entry<Place, SignalReading>> places = before.entrySet().stream()
                .filter(e -> e.getKey().signal().equals(name))
                .toList();
        if (places.isEmpty()) {
            return unread(name, SignalMove.NEVER_UP, most);
        }
        for (Map.Entry<Place, SignalReading> place : places) {
            SignalReading first = place.getValue();
            SignalReading last = after.getOrDefault(place.getKey(), new SignalReading.Unread("the run ended first"));
            if (hasLessLog(signal, first, last)) {
                return unread(name, FEWER_LINES, most);
            }
            if (first instanceof SignalReading.Value start && last instanceof SignalReading.Value end) {
                from += start.number();
                to += end.number();
                // A counter that is lower than it was has begun anew, as Prometheus' increase() takes it.
                moved += end.number() < start.number() ? end.number() : end.number() - start.number();
            } else {
                return unread(name, why(first, last), most);
            }
        }
        return new SignalMove(name, from, to, moved, Optional.empty(), most);
    }

    private static boolean hasLessLog(Signal signal, SignalReading first, SignalReading last) {
        return signal.source() instanceof Signal.Command
                && first instanceof SignalReading.Value start
                && last instanceof SignalReading.Value end
                && end.number() < start.number();
    }

    private static String why(SignalReading first, SignalReading last) {
        if (first instanceof SignalReading.Unread unread) {
            return "before the run: " + unread.why();
        }
        return last instanceof SignalReading.Unread unread ? "after the run: " + unread.why() : "";
    }

    private static SignalMove unread(String name, String why, OptionalInt most) {
        return new SignalMove(name, 0, 0, 0, Optional.of(why), most);
    }
}
