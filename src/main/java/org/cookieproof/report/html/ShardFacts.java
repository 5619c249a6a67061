package org.cookieproof.report.html;

import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.ShardFile;

/** Which parts of its plan a run has, where that was played in parts. */
final class ShardFacts {

    private final Optional<ShardFile> file;

    ShardFacts(RunRecord run) {
        this.file = ShardFile.read(run.directory().shard());
    }

    /** As {@code 2/3}, or {@code 1/3, 3/3} of one that was merged. */
    Optional<String> told() {
        return file.map(f -> f.played().stream()
                .map(p -> f.plan().shard(p.index()).toString())
                .collect(Collectors.joining(", ")));
    }

    /** What this page cannot say. */
    Optional<String> notice() {
        return file.filter(ShardFile::isPart)
                .map(f ->
                        "This is a part of the plan. What the plan requires, and whether known issues have vanished, is"
                                + " judged where all " + Look.count(f.plan().count(), "shard") + " are merged.");
    }
}
