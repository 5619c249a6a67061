package org.cookieproof.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.result.Shard;
import org.cookieproof.result.ShardedPlan;
import org.cookieproof.shard.CellTimes;
import org.cookieproof.shard.Partition;
import org.cookieproof.target.Deployment;

/** Cuts a planned run into parts. */
public final class Sharding {

    private final Project project;
    private final CellTimes times;

    /** @param times by which the parts are to take about as long */
    public Sharding(Project project, CellTimes times) {
        this.project = project;
        this.times = times;
    }

    /**
     * One part of a run. What the plan requires is asked of all parts together, and so not of it.
     *
     * @param options of which all parts have those that are about what comes of a cell
     */
    public PlannedRun part(PlannedRun whole, Shard shard, RunOptions options) {
        List<CellId> cells = whole.cells().stream().map(PlannedCell::id).toList();
        Set<CellId> decided = whole.cells().stream()
                .filter(c -> c.decided().isPresent())
                .map(PlannedCell::id)
                .collect(Collectors.toSet());
        List<Integer> shardOf = Partition.of(cells, c -> decided.contains(c) ? 0 : times.millis(c), shard.count());
        Map<String, String> madeFrom = madeFrom(whole, shardOf, options);
        ShardedPlan plan = new ShardedPlan(
                // Of no run yet, and of no time: the merged run has both from its parts.
                Manifests.of(whole, "", Instant.EPOCH, ShardedPlan.seedOf(madeFrom)),
                shardOf,
                shard.count(),
                madeFrom,
                whole.required(),
                whole.selection().stage(),
                options.failOnFlaky(),
                whole.target().provider().equals(Deployment.PROVIDER));
        Set<CellId> own = plan.cells(shard.index());
        return whole.ofPart(
                new Part(shard, plan),
                whole.cells().stream().filter(c -> own.contains(c.id())).toList());
    }

    /**
     * What two machines must agree on to play parts of one plan. How the target is reached may differ, and how many cells
     * are played at once.
     */
    private Map<String, String> madeFrom(PlannedRun run, List<Integer> shardOf, RunOptions options) {
        Map<String, String> all = new TreeMap<>(new PlanSources(project).of(run));
        all.put("shards", cellsAndShards(run, shardOf));
        all.put("--remote", options.remote().isPresent() ? "at a Selenium Grid" : "no");
        all.put("--retries", String.valueOf(options.retries().orElse(run.plan().retries())));
        all.put("--repeat", String.valueOf(options.repeat()));
        all.put("--fail-fast", String.valueOf(options.failFast()));
        all.put("--fail-on-flaky", String.valueOf(options.failOnFlaky()));
        return all;
    }

    private static String cellsAndShards(PlannedRun run, List<Integer> shardOf) {
        StringBuilder lines = new StringBuilder();
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int i = 0; i < shardOf.size(); i++) {
            PlannedCell cell = run.cells().get(i);
            lines.append(shardOf.get(i))
                    .append(' ')
                    .append(cell.id())
                    .append(' ')
                    .append(cell.variant());
            lines.append(' ')
                    .append(cell.decided()
                            .map(d -> d.verdict() + " " + d.reason())
                            .orElse(""));
            lines.append('\n');
            sizes.merge(shardOf.get(i), 1, Integer::sum);
        }
        return sizes.values().stream().map(String::valueOf).collect(Collectors.joining("+")) + " cells, "
                + ShardedPlan.digest(lines.toString());
    }
}
