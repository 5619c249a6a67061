package org.cookieproof.cli;

import java.util.Map;
import java.util.TreeMap;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.passport.Drift;
import org.cookieproof.passport.Passports;
import org.cookieproof.result.CellResult;
import org.cookieproof.run.Project;
import org.cookieproof.run.RunOutcome;

/** Which user agents of a run are not the release that their passports are of: told, and no fault. */
final class DriftPrinter {

    private DriftPrinter() {}

    static void print(Terminal terminal, Project project, RunOutcome outcome) {
        Map<ProfileId, String> engines = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        for (CellResult result : outcome.results()) {
            if (!result.engine().isEmpty()) {
                engines.put(result.cell().profile(), result.engine());
            }
        }
        for (Drift drift : Passports.of(project).driftPlayed(engines)) {
            terminal.progress(drift.profile() + " " + drift);
        }
    }
}
