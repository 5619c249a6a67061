package org.cookieproof.run;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cookieproof.evidence.CellId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.LedgerFile;
import org.cookieproof.result.ResultListener;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.Verdict;
import org.jspecify.annotations.Nullable;

/** Takes the results as they come: to disk first, so that a kill loses none, then to whoever listens. */
final class Sink {

    private final ResultsFile file;
    private final RunDirectory directory;
    private final RunKey run;
    private final int planned;
    private final InstantSource clock;
    private final ResultListener listener;
    private final Map<CellId, CellResult> results = new TreeMap<>();
    private @Nullable ReportsUnwritableException failure;

    Sink(
            ResultsFile file,
            RunDirectory directory,
            RunKey run,
            int planned,
            InstantSource clock,
            ResultListener listener) {
        this.file = file;
        this.directory = directory;
        this.run = run;
        this.planned = planned;
        this.clock = clock;
        this.listener = listener;
        writeLedger();
    }

    synchronized void started(CellId cell) {
        listener.cellStarted(cell);
    }

    /** After something could not be written, nothing more is: what is there already must stay as it is. */
    synchronized void accept(CellResult result) {
        if (failure != null) {
            return;
        }
        try {
            file.append(result);
            results.put(result.cell(), result);
            writeLedger();
        } catch (UncheckedIOException e) {
            failure = new ReportsUnwritableException(e);
            return;
        }
        listener.cellFinished(result);
    }

    /** Something that belongs to a result could not be written; the first such failure is told. */
    synchronized void fail(ReportsUnwritableException why) {
        failure = failure == null ? why : failure;
    }

    synchronized boolean hasFailed() {
        return failure != null;
    }

    /** @throws ReportsUnwritableException when something could not be written, saying what is there */
    synchronized void throwIfFailed() {
        if (failure != null) {
            throw new ReportsUnwritableException(
                    failure.getMessage() + "\nThe run has ended; the results of " + results.size() + " of " + planned
                            + " cells are in " + directory.results()
                            + ". Make room, then './cookieproof report' makes their reports.",
                    failure);
        }
    }

    /** In the order of the plan; every cell must have been accepted. */
    synchronized List<CellResult> inOrderOf(List<PlannedCell> cells) {
        List<CellResult> inOrder = new ArrayList<>();
        for (PlannedCell cell : cells) {
            CellResult result = results.get(cell.id());
            if (result == null) {
                throw new IllegalStateException("no result for " + cell.id());
            }
            inOrder.add(result);
        }
        return inOrder;
    }

    /** Cells that have no result yet stand in it as not run: that is what they are, should the run end now. */
    private void writeLedger() {
        Instant endedAt = results.size() == planned ? clock.instant() : null;
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        results.values().forEach(r -> counts.merge(r.verdict(), 1, Integer::sum));
        counts.merge(Verdict.NOT_RUN, planned - results.size(), Integer::sum);
        new LedgerFile(run, new Ledger(planned, counts), endedAt).write(directory.ledger());
    }
}
