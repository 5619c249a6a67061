package org.cookieproof.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code signals.json}: how the target's signals moved during a run, in the order of the target's file. */
public record SignalMoves(List<SignalMove> moves) {

    public static final SignalMoves NONE = new SignalMoves(List.of());

    public SignalMoves {
        moves = List.copyOf(moves);
    }

    /** Those that the plan gates on; only they decide anything. */
    public List<SignalMove> gated() {
        return moves.stream().filter(m -> m.most().isPresent()).toList();
    }

    public boolean isEmpty() {
        return moves.isEmpty();
    }

    /**
     * Writes it whole or not at all.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public void write(Path file) {
        ObjectNode node = Json.object();
        put(node);
        Json.writeFile(file, node);
    }

    void put(ObjectNode node) {
        var array = node.putArray("signals");
        for (SignalMove move : moves) {
            ObjectNode one = array.addObject();
            one.put("signal", move.signal());
            one.put("before", move.before()).put("after", move.after()).put("moved", move.moved());
            one.put("unread", move.unread().orElse(null));
            one.put("most", move.most().isPresent() ? move.most().getAsInt() : null);
            one.put("exceeds", move.exceeds());
        }
    }

    /**
     * Reads it back; none where there is no such file.
     *
     * @throws IllegalArgumentException when it is damaged
     */
    public static SignalMoves read(Path file) {
        return Json.readFile(file).map(SignalMoves::read).orElse(NONE);
    }

    static SignalMoves read(JsonNode node) {
        return new SignalMoves(
                Json.elements(node, "signals").map(SignalMoves::move).toList());
    }

    private static SignalMove move(JsonNode node) {
        JsonNode most = node.path("most");
        return new SignalMove(
                Json.text(node, "signal"),
                node.path("before").asDouble(),
                node.path("after").asDouble(),
                node.path("moved").asDouble(),
                Optional.ofNullable(node.path("unread").textValue()),
                most.isNumber() ? OptionalInt.of(most.intValue()) : OptionalInt.empty());
    }
}
