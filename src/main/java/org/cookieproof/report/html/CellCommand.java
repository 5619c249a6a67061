package org.cookieproof.report.html;

import java.util.List;
import java.util.regex.Pattern;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunKey;

/** The commands that play one cell again: as it was in this run, and under a plan of its own. */
final class CellCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:@%+=,-]+");

    private CellCommand() {}

    /** Plays it with the run's own plan, accounts and seed. */
    static String repro(CellResult result) {
        return "./cookieproof repro " + quoted(result.cell().toString());
    }

    /** Target {@code farm}, variant {@code default} and no regression are the defaults and left out. */
    static String of(CellResult result) {
        StringBuilder command = new StringBuilder("./cookieproof run");
        option(command, "--scenario", result.cell().scenario().value());
        option(command, "--profile", result.cell().profile().value());
        option(command, "--scheme", result.cell().scheme().wireName());
        return command + ofRun(result.run());
    }

    /** What all cells of a run and variant share. */
    static String ofRun(RunKey run) {
        StringBuilder command = new StringBuilder();
        if (!run.target().equals("farm")) {
            option(command, "--target", run.target());
        }
        if (!run.variant().equals("default")) {
            option(command, "--variant", run.variant());
        }
        run.regression().ifPresent(r -> option(command, "--inject", r));
        return command.toString();
    }

    private static void option(StringBuilder command, String option, String value) {
        command.append(' ').append(option).append(' ').append(quoted(value));
    }

    /** It will be pasted into a shell. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    static void show(Markup html, CellResult result) {
        for (String command : List.of(repro(result), of(result))) {
            html.open("p", "class", "command")
                    .element("code", command, "translate", "no")
                    .close();
        }
    }
}
