package org.cookieproof.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.ShardedPlan;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.Project;
import org.cookieproof.run.RunOutcome;
import org.cookieproof.shard.Merge;
import org.cookieproof.shard.Merged;
import org.cookieproof.shard.MergedFolder;
import org.cookieproof.shard.UnmergeableException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof merge RUN RUN…}. */
@Command(
        name = "merge",
        description = "Makes one run of the runs of a plan's shards, its reports, and judges them as a whole.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The cells of a shard that is missing, or that was killed, count as not run;",
            "the exit code is 3 then, or 1 where a cell failed. Runs that are not shards of",
            "one plan, each there once, are refused: exit code 2, and nothing is written.",
            "",
            "Examples:",
            "  ./cookieproof merge reports/*-shard-*",
            "  ./cookieproof merge --into reports/night one/*-shard-* two/*-shard-*"
        })
final class MergeCommand implements Callable<Integer> {

    /** Of files that are not there the first are told. */
    private static final int MOST_ABSENT = 5;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Runs of 'run --shard', or merged ones that lack a shard: folders below reports/, or paths.")
    private List<String> runs = List.of();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Where the merged run is written: a folder that is not there yet (default: one below"
                    + " reports/).")
    private @Nullable Path into;

    @Option(names = OutputFormat.OPTION, paramLabel = "FORMAT", description = OutputFormat.DESCRIPTION)
    private OutputFormat format = OutputFormat.text;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Project project = Project.here();
        MergedFolder folder = new MergedFolder(merge(directories(project)));
        Merged merged = folder.merged();
        Path target = into != null
                ? into
                : project.reports().resolve(merged.manifest().run().run());
        if (Files.exists(target)) {
            throw new UsageException(Project.shown(target) + " is there already; name another folder with --into, or"
                    + " remove it. Nothing was written.");
        }
        List<String> absent = folder.write(target);
        RunDirectory directory = new RunDirectory(target);
        Terminal terminal = Terminal.of(spec());
        merged.remarks().forEach(terminal::progress);
        absent.stream().limit(MOST_ABSENT).forEach(f -> terminal.progress("not there, and so not in reports: " + f));
        if (absent.size() > MOST_ABSENT) {
            terminal.progress("and " + (absent.size() - MOST_ABSENT) + " more files");
        }
        AllReports.write(directory, spec().commandLine().getErr());
        if (into == null) {
            LatestLink.pointTo(project.reports(), directory);
        }
        RunOutcome outcome = outcome(directory, merged);
        new OutcomePrinter(terminal, format)
                .print(OutcomePrinter.Told.of(merged.file().plan(), remark(merged)), outcome);
        FormatPrinter.print(terminal.out(), format, directory);
        return outcome.exitCode().code();
    }

    private static Merge merge(List<RunDirectory> directories) {
        try {
            return Merge.of(directories);
        } catch (UnmergeableException e) {
            throw new UsageException(Terminal.harmless(String.join("\n", e.reasons()) + "\nNothing was written."));
        }
    }

    private static RunOutcome outcome(RunDirectory directory, Merged merged) {
        ShardedPlan plan = merged.file().plan();
        return new RunOutcome(
                directory,
                merged.results(),
                merged.ledger().ledger(),
                merged.bites(),
                merged.signals(),
                ExitCode.ofMerged(
                        plan.required(),
                        merged.complete(),
                        merged.results(),
                        merged.bites(),
                        merged.signals(),
                        plan.failOnFlaky()));
    }

    /** Behind the closing line: what it counts is not all that was planned. */
    private static String remark(Merged merged) {
        int all = merged.file().plan().count();
        int there = merged.file().played().size();
        return merged.complete() ? "" : there < all ? there + " of " + all + " shards" : "not every shard is complete";
    }

    /** Each once, by whatever names: {@code reports/latest} is among {@code reports/*}. */
    private List<RunDirectory> directories(Project project) {
        RunFolders folders = new RunFolders(project.reports());
        Map<Path, RunDirectory> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String run : runs) {
            Optional<RunDirectory> directory = folders.named(run);
            directory.ifPresentOrElse(d -> found.put(d.root(), d), () -> unknown.add("no run '" + run + "'"));
        }
        if (!unknown.isEmpty()) {
            throw new UsageException(String.join("\n", unknown)
                    + "\nA run is a folder with a plan.json, below reports/ or at a path. Nothing was written.");
        }
        return List.copyOf(found.values());
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }
}
