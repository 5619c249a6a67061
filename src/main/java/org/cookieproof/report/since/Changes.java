package org.cookieproof.report.since;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cookieproof.evidence.Finding;
import org.cookieproof.report.since.EarlierRun.Brief;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunRecord;

/**
 * A run's findings beside those of an earlier one. Only what was looked for both times can be new or gone: a cell that
 * was not played shows nothing.
 *
 * @param appeared  fingerprints that a cell shows now which showed them not, though it was played
 * @param firstSeen fingerprints only of cells that the earlier run did not play
 * @param gone      fingerprints that none shows now, though a cell that showed them was played again
 * @param unlooked  fingerprints of which no cell was played again
 */
public record Changes(
        EarlierRun earlier,
        Set<String> appeared,
        Set<String> firstSeen,
        Map<String, Brief> gone,
        Map<String, Brief> unlooked) {

    /** Compares. */
    public static Changes between(EarlierRun earlier, RunRecord now) {
        Map<String, List<String>> shownBy = new LinkedHashMap<>();
        Set<String> played = new TreeSet<>();
        for (CellResult result : now.results()) {
            if (result.verdict().executed()) {
                played.add(result.cell().toString());
            }
            for (Finding finding : result.findings()) {
                shownBy.computeIfAbsent(finding.fingerprint(), f -> new ArrayList<>())
                        .add(result.cell().toString());
            }
        }
        Set<String> appeared = new TreeSet<>();
        Set<String> firstSeen = new TreeSet<>();
        shownBy.forEach((fingerprint, cells) -> {
            if (!earlier.findings().containsKey(fingerprint)) {
                boolean lookedFor = cells.stream().anyMatch(earlier.cells()::containsKey);
                (lookedFor ? appeared : firstSeen).add(fingerprint);
            }
        });
        Map<String, Brief> gone = new LinkedHashMap<>();
        Map<String, Brief> unlooked = new LinkedHashMap<>();
        Map<String, Boolean> again = playedAgain(earlier, played);
        earlier.findings().forEach((fingerprint, brief) -> {
            if (!shownBy.containsKey(fingerprint)) {
                (again.getOrDefault(fingerprint, false) ? gone : unlooked).put(fingerprint, brief);
            }
        });
        return new Changes(earlier, appeared, firstSeen, gone, unlooked);
    }

    /** Of each earlier fingerprint, whether a cell that showed it was played again. */
    private static Map<String, Boolean> playedAgain(EarlierRun earlier, Set<String> played) {
        Map<String, Boolean> again = new HashMap<>();
        earlier.cells()
                .forEach((cell, fingerprints) ->
                        fingerprints.forEach(f -> again.merge(f, played.contains(cell), Boolean::logicalOr)));
        return again;
    }

    public boolean isNew(String fingerprint) {
        return appeared.contains(fingerprint) || firstSeen.contains(fingerprint);
    }
}
