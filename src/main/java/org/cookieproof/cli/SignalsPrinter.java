package org.cookieproof.cli;

import java.io.PrintWriter;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;

/** How the target's signals moved. */
final class SignalsPrinter {

    private SignalsPrinter() {}

    static void print(Terminal terminal, PrintWriter out, SignalMoves signals) {
        if (signals.isEmpty()) {
            return;
        }
        out.println("Signals of the target");
        signals.moves()
                .forEach(
                        m -> out.println("  " + mark(terminal, m) + " " + Terminal.told(m.signal() + ": " + m.told())));
        out.println();
    }

    private static String mark(Terminal terminal, SignalMove move) {
        if (move.exceeds()) {
            return terminal.red("✗");
        }
        return move.unread().isPresent() ? terminal.yellow("!") : move.most().isPresent() ? terminal.green("✓") : " ";
    }
}
