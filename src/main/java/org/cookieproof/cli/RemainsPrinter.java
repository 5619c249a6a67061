package org.cookieproof.cli;

import java.util.List;
import org.cookieproof.run.RunOutcome;

/** What a run left behind on this machine: it makes the exit code 3, so it is said why. */
final class RemainsPrinter {

    private RemainsPrinter() {}

    static void print(Terminal terminal, RunOutcome outcome) {
        print(terminal, outcome.remains());
    }

    static void print(Terminal terminal, List<String> remains) {
        if (!remains.isEmpty()) {
            terminal.progress("The run left behind what it must not, a fault of the harness; it has been taken away:");
            remains.forEach(left -> terminal.progress("  " + left));
        }
    }
}
