package org.cookieproof.report.html;

import java.util.regex.Pattern;
import org.cookieproof.result.CellResult;

/** The command that plays one cell again. */
final class CellCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:@%+=,-]+");

    private CellCommand() {}

    /** Target {@code farm}, variant {@code default} and no regression are the defaults and left out. */
    static String of(CellResult result) {
        StringBuilder command = new StringBuilder("./cookieproof run");
        option(command, "--scenario", result.cell().scenario().value());
        option(command, "--profile", result.cell().profile().value());
        option(command, "--scheme", result.cell().scheme().wireName());
        if (!result.run().target().equals("farm")) {
            option(command, "--target", result.run().target());
        }
        if (!result.run().variant().equals("default")) {
            option(command, "--variant", result.run().variant());
        }
        result.run().regression().ifPresent(r -> option(command, "--inject", r));
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
        html.open("p", "class", "command")
                .element("code", of(result), "translate", "no")
                .close();
    }
}
