package org.cookieproof.cli;

import org.cookieproof.evidence.CellId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultListener;
import org.cookieproof.result.Verdict;
import org.cookieproof.run.PlannedRun;

/** One live line on a terminal; elsewhere one line for each cell that was played. */
final class ProgressPrinter implements ResultListener {

    private final Terminal terminal;
    private final PlannedRun run;
    private final int planned;
    private int done;
    private int failed;

    ProgressPrinter(Terminal terminal, PlannedRun run) {
        this.terminal = terminal;
        this.run = run;
        this.planned = run.cells().size();
    }

    @Override
    public void runStarted(String atOnce) {
        terminal.progress("Playing " + planned + " cells of “" + run.plan().title() + "” against "
                + run.target().name()
                + run.part().map(p -> ", shard " + p.shard()).orElse("")
                + run.regression().map(r -> ", with " + r.id() + " injected").orElse("")
                + ", " + atOnce);
    }

    @Override
    public void cellStarted(CellId cell) {
        terminal.live(status() + "  " + cell);
    }

    @Override
    public void cellFinished(CellResult result) {
        done++;
        boolean bad = result.verdict() == Verdict.FAILED || result.verdict() == Verdict.BROKEN;
        failed += bad ? 1 : 0;
        boolean decided = !result.verdict().executed() && result.verdict() != Verdict.BROKEN;
        if (bad || (!terminal.isLive() && !decided)) {
            terminal.progress(status() + "  " + result.verdict() + "  " + result.cell() + "  " + result.durationMs()
                    + " ms" + (bad ? "  " + result.reason() : ""));
        } else {
            terminal.live(status());
        }
    }

    private String status() {
        return "[" + done + "/" + planned + (failed > 0 ? ", " + failed + " not well" : "") + "]";
    }
}
