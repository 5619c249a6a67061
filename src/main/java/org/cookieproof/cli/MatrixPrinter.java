package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;

/** The matrix: a row for each scenario and scheme, a column for each profile. */
final class MatrixPrinter {

    private final Terminal terminal;

    MatrixPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param models which of the profiles are models */
    void print(List<CellResult> results, Set<ProfileId> models) {
        List<ProfileId> profiles = new ArrayList<>(new LinkedHashSet<>(
                results.stream().map(r -> r.cell().profile()).toList()));
        Map<String, Map<ProfileId, CellResult>> rows = new LinkedHashMap<>();
        for (CellResult result : results) {
            String row = Terminal.told(result.cell().scenario().value()) + "  "
                    + result.cell().scheme();
            rows.computeIfAbsent(row, r -> new LinkedHashMap<>())
                    .put(result.cell().profile(), result);
        }
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        PrintWriter out = terminal.out();
        out.println();
        out.print(" ".repeat(width + 1));
        for (int i = 1; i <= profiles.size(); i++) {
            out.printf("%3d", i);
        }
        out.println();
        rows.forEach((row, cells) -> {
            out.print(row + " ".repeat(width + 1 - row.length()));
            for (ProfileId profile : profiles) {
                CellResult result = cells.get(profile);
                out.print("  " + (result == null ? " " : symbol(result.verdict())));
            }
            out.println();
        });
        out.println();
        for (int i = 0; i < profiles.size(); i++) {
            String model = models.contains(profiles.get(i)) ? " (a model)" : "";
            out.printf("%3d %s%s%n", i + 1, Terminal.told(profiles.get(i).value()), model);
        }
        out.println(terminal.dim("  ✓ passed  ✗ failed  ! broken  k known  ~ flaky  – not applicable  · not run"));
        out.println();
    }

    private String symbol(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> terminal.green("✓");
            case FAILED -> terminal.red("✗");
            case BROKEN -> terminal.yellow("!");
            case KNOWN -> "k";
            case FLAKY -> terminal.yellow("~");
            case NOT_APPLICABLE -> terminal.dim("–");
            case NOT_RUN -> "·";
        };
    }
}
