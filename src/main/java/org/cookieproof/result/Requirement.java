package org.cookieproof.result;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;

/**
 * Something of which at least one cell must have been played.
 *
 * @param scenario or, where nothing is planned of the pattern that asks for some, that pattern: no cell is of it
 * @param profiles empty for any
 * @param scheme   empty for either
 * @param toPass   whether it must have passed as well, at the first attempt and not as a known issue
 */
public record Requirement(ScenarioId scenario, Set<ProfileId> profiles, Optional<Scheme> scheme, boolean toPass)
        implements Comparable<Requirement> {

    public Requirement {
        Objects.requireNonNull(scenario);
        profiles = Set.copyOf(profiles);
        Objects.requireNonNull(scheme);
    }

    /** One cell, and no other in its place; what was not seen to pass is no reason to go on with a deployment (T115002). */
    public static Requirement of(CellId cell) {
        return new Requirement(cell.scenario(), Set.of(cell.profile()), Optional.of(cell.scheme()), true);
    }

    private boolean isAbout(CellId cell) {
        return cell.scenario().equals(scenario)
                && (profiles.isEmpty() || profiles.contains(cell.profile()))
                && (scheme.isEmpty() || scheme.get() == cell.scheme());
    }

    /** Why it is not met; empty when it is. */
    public Optional<String> unmet(List<CellResult> results) {
        List<CellResult> about = results.stream().filter(r -> isAbout(r.cell())).toList();
        if (about.stream().map(CellResult::verdict).anyMatch(v -> toPass ? v == Verdict.PASSED : v.executed())) {
            return Optional.empty();
        }
        return Optional.of(about.stream()
                .findFirst()
                .map(r -> r.verdict() + (r.reason().isEmpty() ? "" : ", " + r.reason()))
                .orElse("no such cell in this run"));
    }

    @Override
    public int compareTo(Requirement other) {
        return Comparator.comparing(Requirement::toString)
                .thenComparing(Requirement::toPass)
                .compare(this, other);
    }

    @Override
    public String toString() {
        Set<String> names = profiles.stream().map(ProfileId::value).collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty()
                ? scenario + scheme.map(s -> " over " + s).orElse("")
                : scenario + " × " + String.join(" or ", names)
                        + scheme.map(s -> " × " + s).orElse("");
    }
}
