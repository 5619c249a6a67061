package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cookieproof.evidence.CellId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultListener;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser that is killed in mid-cell breaks that cell, and no other. */
class KilledUserAgentIT {

    @TempDir
    private Path reports;

    @Test
    void aKilledBrowserBreaksItsCellAndTheRunGoesOn() throws InterruptedException {
        PlannedRun run = Runs.plan(Selection.ofPlan("local")
                .withScenarios(List.of("login/remembered", "cache/anonymous-article"))
                .withProfiles(List.of("chromium-headless-shell", "okhttp")));
        AtomicBoolean killed = new AtomicBoolean();
        Thread killer = new Thread(() -> {
            while (!killed.get() && !Thread.currentThread().isInterrupted()) {
                ProcessHandle.current()
                        .descendants()
                        .filter(p -> p.info().command().orElse("").endsWith("chromium-headless-shell"))
                        .findFirst()
                        .ifPresent(p -> killed.set(p.destroyForcibly()));
                Thread.onSpinWait();
            }
        });
        killer.start();
        List<CellId> order = new CopyOnWriteArrayList<>();
        RunOutcome outcome = new Runner(
                        Catalog.load(),
                        new RunOptions(reports, 1, false, false),
                        InstantSource.system(),
                        new SecureRandom())
                .run(run, new ResultListener() {
                    @Override
                    public void cellFinished(CellResult result) {
                        order.add(result.cell());
                    }
                });
        killer.interrupt();
        killer.join();
        assertThat(killed).isTrue();
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict() == Verdict.BROKEN)
                .singleElement()
                .satisfies(r -> assertThat(r.cell().profile().value()).isEqualTo("chromium-headless-shell"))
                .satisfies(r -> assertThat(r.reason()).startsWith("the user agent: "));
        assertThat(outcome.results()).noneMatch(r -> r.verdict() == Verdict.FAILED || r.verdict() == Verdict.NOT_RUN);
        assertThat(order).hasSize(outcome.ledger().planned());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);
    }
}
