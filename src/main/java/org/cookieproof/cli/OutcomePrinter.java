package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.result.Requirement;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.ShardedPlan;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Project;
import org.cookieproof.run.RunOutcome;
import org.cookieproof.run.Selection;

/** What came of a run, for a person; of it only what is beside the data where that is for another program. */
final class OutcomePrinter {

    private final Terminal terminal;
    private final OutputFormat format;

    OutcomePrinter(Terminal terminal, OutputFormat format) {
        this.terminal = terminal;
        this.format = format;
    }

    /**
     * What is told of a run beside its results.
     *
     * @param required what the plan, or its stage, asks that it was played
     * @param stage    of the plan
     * @param unasked  the target, where it was named alone so that nothing is asked of it
     * @param remark   behind the closing line; empty for none
     */
    record Told(Set<Requirement> required, Optional<String> stage, Optional<String> unasked, String remark) {

        /** Of a run as it was asked for. */
        static Told of(PlannedRun run, String remark) {
            Selection asked = run.selection();
            return new Told(
                    run.required(), asked.stage(), unasked(asked.plan(), asked.target(), asked.stage()), remark);
        }

        /** Of a run that was put together from parts. */
        static Told of(ShardedPlan plan, String remark) {
            Optional<String> unasked = plan.whole().origin().flatMap(o -> unasked(o.plan(), o.target(), plan.stage()));
            return new Told(plan.required(), plan.stage(), unasked, remark);
        }

        private static Optional<String> unasked(String plan, Optional<String> target, Optional<String> stage) {
            return target.filter(t -> plan.equals(Selection.DEFAULT_PLAN) && stage.isEmpty());
        }
    }

    void print(Told told, RunOutcome outcome) {
        PrintWriter out = terminal.out();
        terminal.clearLive();
        RemainsPrinter.print(terminal, outcome);
        if (format.isPure()) {
            KnownPrinter.print(terminal.err(), outcome.bites());
            SignalsPrinter.print(terminal, terminal.err(), outcome.signals());
            terminal.progress("Report: " + Project.shown(outcome.directory().index())
                    + (told.remark().isEmpty() ? "" : " (" + told.remark() + ")"));
            return;
        }
        new MatrixPrinter(terminal).print(outcome.results(), models(outcome));
        new FindingsPrinter(terminal).print(outcome);
        KnownPrinter.print(out, outcome.bites());
        SignalsPrinter.print(terminal, out, outcome.signals());
        out.println("Report: " + Project.shown(outcome.directory().index()));
        LedgerPrinter.print(out, told, outcome);
        out.flush();
    }

    /** As the run's own folder has it. */
    private static Set<ProfileId> models(RunOutcome outcome) {
        return RunManifest.read(outcome.directory().manifest()).stream()
                .flatMap(manifest -> outcome.results().stream()
                        .map(r -> r.cell().profile())
                        .filter(p -> manifest.about(p)
                                .filter(RunManifest.AboutProfile::isModel)
                                .isPresent()))
                .collect(Collectors.toSet());
    }
}
