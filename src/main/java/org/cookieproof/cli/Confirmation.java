package org.cookieproof.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.target.Deployment;
import org.cookieproof.target.Reach;
import org.cookieproof.target.TargetDefinition;

/**
 * Has a person agree before anything is sent to hosts that are neither this machine nor below {@code .test}: they are
 * somebody's, and a typing mistake in a target file must not reach them.
 *
 * @param yes    whether that was said beforehand
 * @param person asks a question on the terminal; empty where there is none
 */
record Confirmation(boolean yes, Optional<UnaryOperator<String>> person) {

    /**
     * The run, to be started.
     *
     * @throws UsageException where nobody agrees
     */
    PlannedRun of(PlannedRun run) {
        boolean sendsNothing = run.cells().stream().allMatch(c -> c.decided().isPresent());
        return sendsNothing ? run : ofWhatAsksAnyway(run);
    }

    /**
     * As {@link #of}, for whoever asks the target's sites whether or not a cell is played there.
     *
     * @throws UsageException where nobody agrees
     */
    PlannedRun ofWhatAsksAnyway(PlannedRun run) {
        if (!isNeeded(run.target())) {
            return run;
        }
        require(run.target());
        return run.confirmed();
    }

    /** Whether some host of the target is a stranger's. What a provider starts is on this machine. */
    static boolean isNeeded(TargetDefinition target) {
        return target.provider().equals(Deployment.PROVIDER)
                && !Reach.of(target).strangers().isEmpty();
    }

    /** @throws UsageException where nobody agrees */
    void require(TargetDefinition target) {
        SortedSet<String> hosts = Reach.of(target).strangers();
        if (yes) {
            return;
        }
        String what = "target '" + target.name() + "' is not on this machine: requests would go to "
                + String.join(", ", hosts);
        if (person.isEmpty()) {
            throw new UsageException(what + ". Nothing was sent. Say that you want that with --yes (or"
                    + " COOKIEPROOF_YES=1 in the environment), or on a terminal");
        }
        String answer = person.get().apply("cookieproof: " + what + ".\ncookieproof: Go on? [y/N] ");
        if (!List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new UsageException("Nothing was sent.");
        }
    }
}
