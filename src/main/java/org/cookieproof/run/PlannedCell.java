package org.cookieproof.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.evidence.CellId;
import org.cookieproof.profile.Profile;
import org.cookieproof.result.Verdict;

/**
 * A cell of a run.
 *
 * @param variant of the target it runs under
 * @param decided the verdict where it is certain without playing the cell
 */
public record PlannedCell(
        CellId id, BoundScenario scenario, Profile profile, String variant, Optional<Decided> decided) {

    /**
     * A verdict reached by planning alone.
     *
     * @param reason the first of the reasons
     * @param all    each of which would have been enough
     */
    public record Decided(Verdict verdict, String reason, List<String> all) {
        public Decided {
            Objects.requireNonNull(verdict);
            Objects.requireNonNull(reason);
            all = List.copyOf(all);
        }

        Decided(Verdict verdict, List<String> reasons) {
            this(verdict, reasons.get(0), reasons);
        }
    }

    public PlannedCell {
        Objects.requireNonNull(id);
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(profile);
        Objects.requireNonNull(variant);
        Objects.requireNonNull(decided);
    }

    /** How many user agents it has open at once. */
    int userAgents() {
        return 1 + scenario.scenario().userAgents().size();
    }
}
