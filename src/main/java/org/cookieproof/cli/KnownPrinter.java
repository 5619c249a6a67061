package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.List;
import org.cookieproof.result.KnownBites;

/** The entries of known issues that no longer hold, with the lines to remove as {@code file:line}. */
final class KnownPrinter {

    private KnownPrinter() {}

    static void print(PrintWriter out, KnownBites bites) {
        for (KnownBites.Entry entry : bites.expired()) {
            out.println(Terminal.told("Expired on " + entry.cause().until() + ": known issue "
                    + entry.cause().bug() + " (" + entry.cause().owner() + "), " + entry.file() + ":" + entry.line()
                    + "; mend it, or agree on a new day with its owner"));
        }
        if (bites.vanished().isEmpty()) {
            return;
        }
        out.println("Known issues that did not happen in the cells that ran; remove these lines:");
        for (KnownBites.Entry entry : bites.vanished()) {
            List<String> lines = entry.lines();
            for (int i = 0; i < lines.size(); i++) {
                out.println(Terminal.told("  " + entry.file() + ":" + (entry.line() + i) + ": " + lines.get(i)));
            }
        }
        out.println();
    }
}
