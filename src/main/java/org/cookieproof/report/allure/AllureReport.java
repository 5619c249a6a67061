package org.cookieproof.report.allure;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Finding;
import org.cookieproof.files.Directories;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.Verdict;

/**
 * {@code allure-results/}: one result for each cell, so that the count is the ledger's, and one for each signal that the
 * plan gates on, since those let a run fail as well. Allure has four statuses for
 * our seven verdicts: {@code flaky} is passed and flagged flaky; {@code known} is skipped and flagged known, as pytest
 * shows an expected failure, so that Allure's failed are exactly the ledger's; {@code not-applicable} and {@code
 * not-run} are skipped; {@code broken} is broken.
 */
public final class AllureReport {

    private AllureReport() {}

    /**
     * Replaces what the folder held.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(RunRecord run, Path folder) {
        clear(folder);
        AllureResultsWriter writer = new FileSystemResultsWriter(folder);
        AllureAttachments attachments = new AllureAttachments(run.directory(), writer);
        run.results().forEach(result -> {
            TestResult test = test(run, result);
            test.setAttachments(attachments.of(test.getUuid(), result));
            writer.write(test);
        });
        SignalMoves.read(run.directory().signals()).gated().forEach(move -> writer.write(signal(run, move)));
        environment(run, folder);
    }

    private static TestResult signal(RunRecord run, SignalMove move) {
        RunKey key = run.manifest().run();
        String name = "signal " + move.signal();
        long start = run.manifest().startedAt().toEpochMilli();
        return new TestResult()
                .setUuid(UUID.nameUUIDFromBytes((key.run() + "\n" + name).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setHistoryId(hash(String.join(
                        "\n",
                        name,
                        key.target(),
                        key.variant(),
                        key.regression().orElse(""))))
                .setTestCaseId(hash(name))
                .setFullName(name)
                .setName(name)
                .setLabels(List.of(
                        label("parentSuite", key.target() + " " + key.variant()),
                        label("suite", "signals"),
                        label("framework", "cookieproof")))
                .setStage(Stage.FINISHED)
                .setStatus(move.exceeds() ? Status.FAILED : move.isMissed() ? Status.BROKEN : Status.PASSED)
                .setStatusDetails(new StatusDetails().setMessage(move.told()))
                .setStart(start)
                .setStop(start);
    }

    private static TestResult test(RunRecord run, CellResult result) {
        RunKey key = result.run();
        String cell = result.cell().toString();
        String history = hash(String.join(
                "\n", cell, key.target(), key.variant(), key.regression().orElse("")));
        long start = run.manifest().startedAt().toEpochMilli();
        TestResult test = new TestResult()
                .setUuid(UUID.nameUUIDFromBytes((key.run() + "\n" + cell).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setHistoryId(history)
                .setTestCaseId(hash(cell))
                .setFullName(cell)
                .setName(result.title() + " ["
                        + run.manifest().named(result.cell().profile()) + ", "
                        + result.cell().scheme() + "]")
                .setLabels(labels(run, result))
                .setParameters(List.of(
                        parameter("profile", result.cell().profile().value()),
                        parameter("scheme", result.cell().scheme().wireName()),
                        parameter("target", key.target()),
                        parameter("variant", key.variant())))
                .setStage(Stage.FINISHED)
                .setStatus(status(result.verdict()))
                .setStatusDetails(details(result))
                .setStart(start)
                .setStop(start + result.durationMs());
        test.setSteps(steps(result, start));
        return test;
    }

    static Status status(Verdict verdict) {
        return switch (verdict) {
            case PASSED, FLAKY -> Status.PASSED;
            case FAILED -> Status.FAILED;
            case BROKEN -> Status.BROKEN;
            case KNOWN, NOT_APPLICABLE, NOT_RUN -> Status.SKIPPED;
        };
    }

    private static StatusDetails details(CellResult result) {
        return new StatusDetails()
                .setKnown(result.verdict() == Verdict.KNOWN)
                .setFlaky(result.verdict() == Verdict.FLAKY)
                .setMessage(result.verdict() == Verdict.PASSED ? "" : result.verdict() + ": " + result.reason())
                .setTrace(result.findings().stream().map(AllureReport::told).collect(Collectors.joining("\n\n")));
    }

    private static String told(Finding finding) {
        return finding.check() + " (" + finding.source() + ", " + finding.severity() + "): " + finding.subject()
                + "\nexpected: " + finding.expected()
                + "\nobserved: " + finding.observed()
                + finding.header().map(h -> "\nheader: " + h).orElse("")
                + (finding.exchange().isPresent()
                        ? "\nexchange: #" + finding.exchange().getAsInt()
                        : "");
    }

    private static List<Label> labels(RunRecord run, CellResult result) {
        List<Label> labels = new ArrayList<>();
        String scenario = result.cell().scenario().value();
        int slash = scenario.indexOf('/');
        labels.add(
                label("parentSuite", result.run().target() + " " + result.run().variant()));
        labels.add(label("suite", run.manifest().named(result.cell().profile())));
        labels.add(label("feature", slash < 0 ? scenario : scenario.substring(0, slash)));
        labels.add(label("story", scenario));
        labels.add(label("profile", result.cell().profile().value()));
        labels.add(label("scheme", result.cell().scheme().wireName()));
        labels.add(label("framework", "cookieproof"));
        result.run().regression().ifPresent(r -> labels.add(label("regression", r)));
        run.manifest()
                .about(result.cell().scenario())
                .ifPresent(about -> about.tags().forEach(tag -> labels.add(label("tag", tag))));
        return labels;
    }

    /** Steps have durations and no times; they follow one another. */
    private static List<StepResult> steps(CellResult result, long start) {
        List<StepResult> steps = new ArrayList<>();
        long at = start;
        for (org.cookieproof.result.StepResult step : result.steps()) {
            steps.add(new StepResult()
                    .setName(step.index() + ". " + step.title() + " (" + step.position() + ")")
                    .setStage(Stage.FINISHED)
                    .setStatus(stepStatus(step.outcome()))
                    .setStart(at)
                    .setStop(at + step.durationMs()));
            at += step.durationMs();
        }
        return steps;
    }

    private static Status stepStatus(String outcome) {
        return switch (outcome) {
            case "done" -> Status.PASSED;
            case "failed" -> Status.FAILED;
            case "broken" -> Status.BROKEN;
            default -> Status.SKIPPED;
        };
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }

    private static void environment(RunRecord run, Path folder) {
        RunKey key = run.manifest().run();
        String text = "Run=" + key.run() + "\nTarget=" + key.target() + "\nVariant=" + key.variant() + "\nRegression="
                + key.regression().orElse("none") + "\n";
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("environment.properties"), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
    }

    private static void clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Directories.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
