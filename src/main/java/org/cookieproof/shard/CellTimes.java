package org.cookieproof.shard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.CellResult;

/**
 * About how long cells take: what a profile needs for a cell under a scheme, times how much longer a scenario is than
 * others. So few numbers say as much as one for each cell would, change little from run to run, and have an answer for
 * cells that are new.
 *
 * @param profiles  milliseconds of a cell, on average
 * @param scenarios how many times as long as its cells would take on average
 */
public record CellTimes(Map<ProfileId, Map<Scheme, Long>> profiles, Map<ScenarioId, Double> scenarios) {

    /** Nothing is known: all cells are alike. */
    public static final CellTimes NONE = new CellTimes(Map.of(), Map.of());

    public CellTimes {
        Map<ProfileId, Map<Scheme, Long>> sorted = new TreeMap<>();
        profiles.forEach((id, means) -> sorted.put(id, Collections.unmodifiableMap(new TreeMap<>(means))));
        profiles = Collections.unmodifiableMap(sorted);
        scenarios = Collections.unmodifiableMap(new TreeMap<>(scenarios));
    }

    /** As recorded in the cells that were played; {@link #NONE} where none was. */
    public static CellTimes of(List<CellResult> results) {
        List<CellResult> played =
                results.stream().filter(r -> r.verdict().executed()).toList();
        Map<ProfileId, Map<Scheme, Long>> profiles = new TreeMap<>();
        played.stream()
                .collect(Collectors.groupingBy(r -> r.cell().profile()))
                .forEach((profile, ofProfile) -> profiles.put(profile, means(ofProfile)));
        CellTimes alike = new CellTimes(profiles, Map.of());
        Map<ScenarioId, Double> scenarios = new TreeMap<>();
        played.stream()
                .collect(Collectors.groupingBy(r -> r.cell().scenario()))
                .forEach((scenario, cells) -> scenarios.put(scenario, alike.factor(cells)));
        return new CellTimes(profiles, scenarios);
    }

    private static Map<Scheme, Long> means(List<CellResult> ofProfile) {
        Map<Scheme, Long> means = new EnumMap<>(Scheme.class);
        ofProfile.stream()
                .collect(Collectors.groupingBy(r -> r.cell().scheme()))
                .forEach((scheme, cells) -> means.put(
                        scheme,
                        rounded(cells.stream()
                                .mapToLong(CellTimes::once)
                                .average()
                                .orElse(1))));
        return means;
    }

    /** Of one playing: a cell that was played again was so by chance. */
    private static long once(CellResult result) {
        return result.durationMs() / Math.max(1, result.attempts().size());
    }

    /** To two figures: the next run's are others anyway, and a file that changes less is read more. */
    private static long rounded(double millis) {
        long unit = (long) Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, millis))) - 1));
        return Math.max(1, Math.round(millis / unit) * unit);
    }

    private double factor(List<CellResult> cells) {
        double took = cells.stream().mapToLong(CellTimes::once).sum();
        double usual = cells.stream().mapToLong(r -> millis(r.cell())).sum();
        return Math.max(0.01, Math.round(took / usual * 100) / 100.0);
    }

    public boolean isEmpty() {
        return profiles.isEmpty();
    }

    /** How long a cell takes, at least 1; of a profile that nobody has recorded as long as the mean of those recorded. */
    public long millis(CellId cell) {
        Map<Scheme, Long> means = profiles.getOrDefault(cell.profile(), Map.of());
        Long mean = means.get(cell.scheme());
        double usual = mean != null
                ? mean
                : means.isEmpty() ? meanOfAll() : means.values().iterator().next();
        return Math.max(1, Math.round(usual * scenarios.getOrDefault(cell.scenario(), 1.0)));
    }

    private double meanOfAll() {
        return profiles.values().stream()
                .flatMap(m -> m.values().stream())
                .mapToLong(Long::longValue)
                .average()
                .orElse(1);
    }
}
