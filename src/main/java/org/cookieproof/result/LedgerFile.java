package org.cookieproof.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code ledger.json}: the ledger of a run as it stood last. Cells that have not ended stand in it as not run, which is
 * what they are should the run end now.
 *
 * @param endedAt when its last cell had ended; null while the run goes on, and for good when it was killed
 */
public record LedgerFile(
        RunKey run, Ledger ledger, @Nullable Instant endedAt) {

    private static final Map<Verdict, String> MEMBERS = new EnumMap<>(Map.of(
            Verdict.PASSED, "passed",
            Verdict.FAILED, "failed",
            Verdict.KNOWN, "known",
            Verdict.FLAKY, "flaky",
            Verdict.NOT_APPLICABLE, "notApplicable",
            Verdict.NOT_RUN, "notRun",
            Verdict.BROKEN, "broken"));

    public LedgerFile {
        Objects.requireNonNull(run);
        Objects.requireNonNull(ledger);
    }

    /**
     * Writes it whole or not at all.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public void write(Path file) {
        ObjectNode node = Json.object();
        node.put("planned", ledger.planned());
        MEMBERS.forEach((verdict, member) -> node.put(member, ledger.count(verdict)));
        Json.putRun(node, run);
        if (endedAt != null) {
            node.put("endedAt", endedAt.toString());
        }
        Json.writeFile(file, node);
    }

    /**
     * Reads it back; empty where there is none.
     *
     * @throws IllegalArgumentException when it is damaged or does not add up
     */
    public static Optional<LedgerFile> read(Path file) {
        return Json.readFile(file).map(LedgerFile::of);
    }

    private static LedgerFile of(JsonNode node) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        MEMBERS.forEach((verdict, member) -> counts.put(verdict, (int) Json.number(node, member)));
        Ledger ledger = new Ledger((int) Json.number(node, "planned"), counts);
        return new LedgerFile(Json.run(node), ledger, node.has("endedAt") ? Json.instant(node, "endedAt") : null);
    }
}
