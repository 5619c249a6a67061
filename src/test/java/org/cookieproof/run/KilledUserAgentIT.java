package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.cookieproof.evidence.CellId;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultListener;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser that is killed in mid-cell breaks that attempt, never passes it, and no other cell suffers. */
class KilledUserAgentIT {

    @TempDir
    private Path reports;

    private final List<CellId> order = new CopyOnWriteArrayList<>();

    @Test
    void aKilledBrowsersCellIsPlayedOnceMoreAndTheRunGoesOn() throws InterruptedException {
        RunOutcome outcome =
                playedWhile(ProcessHandle::destroyForcibly, 1, "login/remembered", "cache/anonymous-article");
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict() == Verdict.FLAKY)
                .singleElement()
                .satisfies(r -> assertThat(r.cell().profile().value()).isEqualTo("chromium-headless-shell"))
                .satisfies(r -> assertThat(r.attempts())
                        .extracting(Attempt::verdict)
                        .containsExactly(Verdict.BROKEN, Verdict.PASSED))
                .satisfies(r -> assertThat(r.attempts().get(0).reason()).startsWith("the user agent: "))
                .satisfies(
                        r -> assertThat(r.reason()).startsWith("1 broken, 1 passed of 2 attempts: the user agent: "));
        assertThat(outcome.results())
                .noneMatch(r -> r.verdict() == Verdict.FAILED
                        || r.verdict() == Verdict.BROKEN
                        || r.verdict() == Verdict.NOT_RUN);
        assertThat(order).hasSize(outcome.ledger().planned());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aCellWhoseBrowserIsKilledEachTimeIsBroken() throws InterruptedException {
        RunOutcome outcome = playedWhile(ProcessHandle::destroyForcibly, Integer.MAX_VALUE, "cache/anonymous-article");
        assertThat(outcome.results())
                .filteredOn(r -> r.cell().profile().value().equals("chromium-headless-shell"))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.BROKEN))
                .allSatisfy(r -> assertThat(r.attempts())
                        .extracting(Attempt::verdict)
                        .containsExactly(Verdict.BROKEN, Verdict.BROKEN))
                .allSatisfy(r -> assertThat(r.reason()).contains("the user agent: "));
        assertThat(outcome.results())
                .filteredOn(r -> r.cell().profile().value().equals("okhttp"))
                .allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.PASSED));
        assertThat(order).hasSize(outcome.ledger().planned());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);
    }

    /** It neither answers nor ends; nobody but the harness's own patience is there to end it. */
    @Test
    void aBrowserThatHangsIsEndedAndItsCellPlayedOnceMore() throws InterruptedException {
        RunOutcome outcome = playedWhile(KilledUserAgentIT::stop, 1, "cache/anonymous-article");
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict() == Verdict.FLAKY)
                .singleElement()
                .satisfies(r -> assertThat(r.attempts())
                        .extracting(Attempt::verdict)
                        .containsExactly(Verdict.BROKEN, Verdict.PASSED))
                .satisfies(r -> assertThat(r.attempts().get(0).reason()).startsWith("the user agent: "));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    }

    private static boolean stop(ProcessHandle process) {
        try {
            return new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param times to how many browsers it is done, to each as soon as it is there */
    private RunOutcome playedWhile(Predicate<ProcessHandle> what, int times, String... scenarios)
            throws InterruptedException {
        PlannedRun run = Runs.plan(Selection.ofPlan("local")
                .withScenarios(List.of(scenarios))
                .withProfiles(List.of("chromium-headless-shell", "okhttp")));
        AtomicInteger killed = new AtomicInteger();
        Thread killer = new Thread(() -> {
            while (killed.get() < times && !Thread.currentThread().isInterrupted()) {
                ProcessHandle.current()
                        .descendants()
                        .filter(p -> p.info().command().orElse("").endsWith("chromium-headless-shell"))
                        .findFirst()
                        .filter(what)
                        .ifPresent(p -> killed.incrementAndGet());
                Thread.onSpinWait();
            }
        });
        killer.start();
        try {
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
            assertThat(killed).hasPositiveValue();
            assertThat(outcome.remains()).isEmpty();
            return outcome;
        } finally {
            killer.interrupt();
            killer.join();
        }
    }
}
