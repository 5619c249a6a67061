package org.cookieproof.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.report.curl.CurlScript;
import org.cookieproof.run.CellWatch;
import org.cookieproof.run.Project;
import org.cookieproof.target.Account;
import org.cookieproof.yaml.Position;

/** Shows a cell that is played again, step by step where that was asked for, and writes its curl script. */
final class ReproWatch implements CellWatch {

    private final CellId cell;
    private final int steps;
    private final Path script;
    private final Terminal terminal;
    private final PrintWriter out;
    private final Optional<Console> stepping;
    private final Optional<Console> keptOpen;
    private final boolean ours;

    /**
     * @param steps    how many there are
     * @param script   where the curl script goes
     * @param stepping the terminal that says when to go on; empty to go on at once
     * @param keptOpen the terminal that says when to end; empty to end at once
     * @param ours     whether the accounts are made up for one run, so that their passwords may be shown
     */
    ReproWatch(
            CellId cell,
            int steps,
            Path script,
            Terminal terminal,
            Optional<Console> stepping,
            Optional<Console> keptOpen,
            boolean ours) {
        this.cell = cell;
        this.steps = steps;
        this.script = script;
        this.terminal = terminal;
        this.out = terminal.out();
        this.stepping = stepping;
        this.keptOpen = keptOpen;
        this.ours = ours;
    }

    @Override
    public boolean beforeStep(int index, String title, Position at) {
        out.println(terminal.bold(Terminal.told("Step " + index + " of " + steps + ": " + title)) + "  "
                + terminal.dim(at.toString()));
        out.flush();
        return stepping.isEmpty() || goesOn(stepping.get(), "Enter plays it, q ends: ");
    }

    @Override
    public void afterStep(Supplier<Told> told) {
        if (stepping.isEmpty()) {
            return;
        }
        Told step = told.get();
        for (Exchange exchange : step.recording().exchanges()) {
            out.println("  " + Terminal.told(exchange.summary())
                    + (exchange.sender() == Exchange.Sender.USER_AGENT ? "" : terminal.dim("  asked by the harness")));
            fields("Cookie", exchange.request().headers().fields());
            exchange.answer().ifPresent(r -> fields("Set-Cookie", r.headers().fields()));
        }
        jar(step.jar());
        step.wrong()
                .forEach(f -> out.println(
                        terminal.red("  ✗ " + Terminal.told(f.check() + ": " + f.subject()) + "\n    expected  "
                                + Terminal.told(f.expected()) + "\n    observed  " + Terminal.told(f.observed()))));
        out.flush();
    }

    private void fields(String name, List<HeaderField> fields) {
        fields.stream()
                .filter(f -> f.named(name))
                .forEach(f -> out.println(terminal.dim("      " + Terminal.told(f.toString()))));
    }

    private void jar(Jar jar) {
        if (jar instanceof Jar.Known known) {
            out.println("  jar: " + (known.cookies().isEmpty() ? "empty" : "")
                    + (known.complete() ? "" : " (of this page)"));
            known.cookies().forEach(c -> out.println("    " + Terminal.told(line(c))));
        } else if (jar instanceof Jar.Opaque opaque) {
            out.println("  jar: cannot be read: " + Terminal.told(opaque.reason()));
        }
    }

    private static String line(Jar.Held held) {
        return held.name() + "=" + held.value() + "  " + held.domain() + held.path()
                + (Boolean.TRUE.equals(held.hostOnly()) ? " host-only" : "")
                + (Boolean.TRUE.equals(held.secure()) ? " Secure" : "")
                + (Boolean.TRUE.equals(held.httpOnly()) ? " HttpOnly" : "")
                + (held.sameSite() == null ? "" : " SameSite=" + held.sameSite())
                + (held.expiry() == null ? " until the session ends" : " until " + held.expiry());
    }

    @Override
    public void whileUp(Up up) {
        Map<String, String> variables = new LinkedHashMap<>();
        up.accounts()
                .forEach((persona, account) -> variables.put(up.shown().apply(account.password()), variable(persona)));
        CurlScript.write(script, cell.toString(), up.recording().get().exchanges(), variables);
        if (keptOpen.isEmpty()) {
            return;
        }
        out.println();
        out.println("User agent and target stay up. To send the same requests from another terminal:");
        out.println("  export COOKIEPROOF_PROXY=" + up.proxy().getAddress().getHostAddress() + ":"
                + up.proxy().getPort() + " COOKIEPROOF_PROXY_CACERT=" + up.caPem());
        up.accounts()
                .forEach((persona, account) -> out.println("  export " + variable(persona) + "=" + shown(account)));
        out.println("  bash " + Project.shown(script));
        goesOn(keptOpen.get(), "Enter ends them: ");
    }

    /** Of accounts that are somebody's not even the name: it may come from the environment. */
    private String shown(Account account) {
        return ours ? "'" + account.password().replace("'", "'\\''") + "'  # " + account.name() : "…";
    }

    private static String variable(String persona) {
        return "PASSWORD_" + persona.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** The end of the input ends it, as {@code q} does: nobody is there any more. */
    private boolean goesOn(Console console, String prompt) {
        out.flush();
        String line = console.readLine("%s", prompt);
        return line != null && !line.strip().equalsIgnoreCase("q");
    }
}
