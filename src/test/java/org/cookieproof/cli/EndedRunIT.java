package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cookieproof.files.Directories;
import org.cookieproof.process.OwnProcesses;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.LedgerFile;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended from outside: the ledger is exact, and the exit code says what happened. */
class EndedRunIT {

    @TempDir
    private Path home;

    private ProjectCopy project = new ProjectCopy(Path.of(""));

    @BeforeEach
    void copyTheProjectsFiles() throws IOException {
        project = ProjectCopy.into(home);
    }

    private Process cookieproof(String... args) throws IOException {
        // What a shell starts in the background ignores SIGINT, and hands that down to us.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(project.command(args));
        return new ProcessBuilder(command)
                .redirectOutput(home.resolve("out.txt").toFile())
                .start();
    }

    /** Starts a run and returns when its first cells have passed. */
    private Process inMidRun() throws IOException {
        Process run = cookieproof(
                "run", "--profile", "okhttp,chromium-headless-shell", "--scenario", "login/*,logout/*,edit/*");
        BufferedReader err = run.errorReader(StandardCharsets.UTF_8);
        int passed = 0;
        for (String line = err.readLine(); line != null && passed < 2; line = err.readLine()) {
            passed += line.contains("  passed  ") ? 1 : 0;
        }
        assertThat(passed).as("cells that passed before the run was ended").isEqualTo(2);
        return run;
    }

    private RunDirectory directory() throws IOException {
        try (Stream<Path> runs = Files.list(home.resolve("reports"))) {
            return new RunDirectory(
                    runs.filter(r -> !Files.isSymbolicLink(r)).findFirst().orElseThrow());
        }
    }

    /** By what they bear in their environment, wherever they came to be in the tree of processes. */
    private static List<String> userAgentsOf(Process run) {
        return ProcessHandle.allProcesses()
                .filter(p -> environment(p).contains("COOKIEPROOF_USER_AGENT=" + run.pid() + "-"))
                .map(p -> p.pid() + " " + p.info().commandLine().orElse(""))
                .toList();
    }

    private static String environment(ProcessHandle process) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ")),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // gone, or another user's
        }
    }

    private static List<Path> directoriesOf(Process run) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(p -> p.getFileName().toString().startsWith("cookieproof-" + run.pid() + "-"))
                    .toList();
        }
    }

    @Test
    void afterCtrlCTheRestIsNotRunAndTheReportsAreWritten() throws IOException, InterruptedException {
        Process run = inMidRun();
        assertThat(directoriesOf(run)).as("directories of a run that goes on").isNotEmpty();
        new ProcessBuilder("kill", "-INT", String.valueOf(run.pid())).start().waitFor();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(130);
        assertThat(userAgentsOf(run)).as("user agents that outlived the run").isEmpty();
        assertThat(directoriesOf(run)).as("their directories").isEmpty();
        RunDirectory directory = directory();
        List<CellResult> results = ResultsFile.read(directory.results()).results();
        Ledger ledger = LedgerFile.read(directory.ledger()).orElseThrow().ledger();
        assertThat(ledger).isEqualTo(Ledger.of(results));
        assertThat(ledger.count(Verdict.PASSED)).isGreaterThanOrEqualTo(2);
        assertThat(ledger.count(Verdict.NOT_RUN)).isPositive();
        assertThat(results).filteredOn(r -> r.verdict() == Verdict.BROKEN).isEmpty();
        assertThat(results)
                .filteredOn(r -> r.verdict() == Verdict.NOT_RUN)
                .allMatch(r -> r.reason().equals("the run was interrupted"));
        assertThat(directory.index()).exists();
        assertThat(Files.readString(home.resolve("out.txt")).strip()).endsWith("skipped");
    }

    @Test
    void afterAKillTheLedgerTellsWhatRanAndReportCompletesTheRest() throws IOException, InterruptedException {
        Process run = inMidRun();
        List<ProcessHandle> itsBrowsers = run.descendants().toList();
        run.destroyForcibly();
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        itsBrowsers.forEach(ProcessHandle::destroyForcibly);
        OwnProcesses.awaitEnd(itsBrowsers, Duration.ofSeconds(10));
        for (Path left : directoriesOf(run)) {
            Directories.delete(left); // who is killed cannot do it
        }
        RunDirectory directory = directory();
        RunRecord record = RunRecord.load(directory);
        List<CellResult> told = ResultsFile.read(directory.results()).results();
        assertThat(told).filteredOn(r -> r.verdict() == Verdict.PASSED).hasSizeGreaterThanOrEqualTo(2);
        assertThat(record.ledger().planned())
                .isEqualTo(record.manifest().planned().size());
        assertThat(record.ledger().count(Verdict.PASSED))
                .isEqualTo(Ledger.of(told).count(Verdict.PASSED));
        assertThat(record.results())
                .filteredOn(r -> r.verdict() == Verdict.NOT_RUN)
                .hasSize(record.ledger().planned() - told.size())
                .allMatch(r -> r.reason().equals(RunDirectory.RUN_ENDED_FIRST));
        Process report = cookieproof("report");
        assertThat(report.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(report.exitValue()).isZero();
        assertThat(directory.index()).exists();
        assertThat(LedgerFile.read(directory.ledger()).orElseThrow().ledger()).isEqualTo(record.ledger());
    }
}
