package org.cookieproof.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Shard;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Project;
import org.cookieproof.run.RunOptions;
import org.cookieproof.run.Sharding;
import org.cookieproof.shard.CellTimes;
import org.cookieproof.shard.CellTimesFile;
import org.cookieproof.yaml.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make a run one part of a plan. */
final class ShardOptions {

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Play part I of N of the plan's cells; './cookieproof merge' makes one run of all parts.")
    private @Nullable String shard;

    @Option(
            names = "--times",
            paramLabel = "FILE|RUN",
            description = "What the parts of --shard are balanced by: a file of times, or a run"
                    + " (default: ci/times/PLAN.json, where there is one).")
    private @Nullable String times;

    /** @throws UsageException when the options cannot be, alone or together */
    void check(boolean lastFailed) {
        if (shard == null) {
            if (times != null) {
                throw new UsageException("--times balances the parts of --shard; give that, too, or leave it out");
            }
            return;
        }
        shard();
        if (lastFailed) {
            throw new UsageException("--shard and --last-failed exclude each other: what failed last differs from"
                    + " machine to machine, and the parts of a plan must not");
        }
    }

    /** The part that was asked for; the whole run where none was. */
    PlannedRun part(PlannedRun run, Project project, RunOptions options, Terminal terminal) {
        return shard().map(s -> new Sharding(project, times(run, project, terminal)).part(run, s, options))
                .orElse(run);
    }

    /** What a part cannot say; empty for a whole run. */
    String remark() {
        return shard().map(s -> "shard " + s
                        + " alone: what the plan requires, and known issues that did not happen, are judged by"
                        + " './cookieproof merge'")
                .orElse("");
    }

    private Optional<Shard> shard() {
        try {
            return Optional.ofNullable(shard).map(Shard::of);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--shard: " + e.getMessage());
        }
    }

    private CellTimes times(PlannedRun run, Project project, Terminal terminal) {
        if (times == null) {
            Path usual = project.times(run.plan().name());
            if (Files.isRegularFile(usual)) {
                return read(usual);
            }
            terminal.progress(
                    "Nobody has recorded how long the cells of “" + run.plan().title()
                            + "” take, so the shards have as many cells, not as much to do; './cookieproof report"
                            + " --record-times' writes " + Project.shown(usual));
            return CellTimes.NONE;
        }
        if (Files.isRegularFile(Path.of(times))) {
            return read(Path.of(times));
        }
        RunDirectory recorded = new RunFolders(project.reports())
                .named(times)
                .orElseThrow(() -> new UsageException("--times: there is neither a file nor a run '" + times
                        + "'; './cookieproof report --record-times' makes a file of a run's times"));
        CellTimes of = CellTimes.of(RunRecord.load(recorded).results());
        if (of.isEmpty()) {
            throw new UsageException("--times: run '" + times + "' has played no cell; name one that has");
        }
        return of;
    }

    private static CellTimes read(Path file) {
        Problems problems = new Problems();
        Optional<CellTimes> read = CellTimesFile.read(Project.shown(file), problems);
        problems.throwIfAny();
        return read.orElse(CellTimes.NONE);
    }
}
