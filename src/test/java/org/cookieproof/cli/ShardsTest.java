package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.ShardFile;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is played in two shards and merged is judged as one run; a shard alone judges what is certain. */
class ShardsTest {

    private static final String FAR = "9999-12-31";

    @TempDir
    private Path home;

    private MoodyProject project;

    @BeforeEach
    void makeTheProject() {
        project = new MoodyProject(home);
        project.write(
                "scenarios/two.yaml",
                "scenario: Two visits\nsource: [T1]\nschemes: [http]\nsteps:\n  - visit: { at: first }\n  - visit: { at: first }\n");
        project.write("ci/local.yaml", "plan: Local\ntarget: moody\nrequired: [\"**\"]\n");
    }

    /** The folders of the shards of a plan, in order; whatever a merge made is not among them. */
    private List<Path> shards() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("reports"))) {
            return all.filter(f -> f.getFileName().toString().contains("-shard-"))
                    .sorted((a, b) -> shard(a).compareTo(shard(b)))
                    .toList();
        }
    }

    private static String shard(Path folder) {
        String name = folder.getFileName().toString();
        return name.substring(name.indexOf("-shard-"));
    }

    private int merge(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("merge"));
        shards().forEach(s -> words.add(s.toString()));
        words.addAll(List.of(more));
        project.out.getBuffer().setLength(0);
        return project.cookieproof(words.toArray(String[]::new));
    }

    private RunRecord merged() throws IOException {
        return RunRecord.load(new RunDirectory(home.resolve("reports/latest").toRealPath()));
    }

    private String lastLine() {
        return project.out.toString().strip().lines().reduce((a, b) -> b).orElse("");
    }

    @Test
    void whatIsRequiredIsAskedOfAllShardsTogether() throws IOException {
        assertThat(project.cookieproof("run", "--shard", "1/2")).isZero();
        assertThat(lastLine())
                .isEqualTo(
                        "1 passed, 0 failed, 0 skipped (shard 1/2 alone: what the plan requires, and known issues that"
                                + " did not happen, are judged by './cookieproof merge')");
        assertThat(Files.readString(project.last().directory().index())).contains("This is a part of the plan");
        assertThat(merge()).isEqualTo(3);
        assertThat(project.out.toString()).contains("Required by the plan and not played:", "shard 2/2 is missing");
        assertThat(lastLine()).isEqualTo("1 passed, 0 failed, 1 skipped (1 of 2 shards)");
        assertThat(project.err.toString()).contains("shard 2/2 is missing; cells not run for it: 1");

        assertThat(project.cookieproof("run", "--shard", "2/2")).isZero();
        assertThat(merge()).isZero();
        assertThat(lastLine()).isEqualTo("2 passed, 0 failed, 0 skipped");
        assertThat(merged().results()).extracting(CellResult::verdict).containsOnly(Verdict.PASSED);
        assertThat(merged().directory().junit()).exists();
        assertThat(Files.readString(merged().directory().index()))
                .contains("1/2, 2/2")
                .doesNotContain("part of the plan");
    }

    @Test
    void anEntryThatHappensInOneShardIsNotMissedInTheOther() throws IOException {
        project.write("ci/local.yaml", "plan: Local\ntarget: moody\n");
        project.answers("200 500"); // of two visits to a target the second fails
        project.known("\"*\"", FAR);
        assertThat(project.cookieproof("run", "--shard", "1/2")).isZero();
        assertThat(project.cookieproof("run", "--shard", "2/2")).isZero();
        assertThat(merge()).as(project.out.toString()).isZero();
        assertThat(merged().results()).extracting(CellResult::verdict).containsExactly(Verdict.PASSED, Verdict.KNOWN);
        assertThat(merged().directory().known()).doesNotExist();
    }

    @Test
    void anEntryThatHappensInNoShardHasVanished() throws IOException {
        project.known("\"*\"", FAR);
        assertThat(project.cookieproof("run", "--shard", "1/2")).isZero();
        assertThat(project.cookieproof("run", "--shard", "2/2")).isZero();
        assertThat(merge()).isEqualTo(4);
        assertThat(project.out.toString()).contains("remove these lines", "ci/known/local.yaml:3:   - scenario: \"*\"");
    }

    @Test
    void aFindingOfAShardIsOneOfTheWholeWithItsRecording() throws IOException {
        project.answers("200 500");
        assertThat(project.cookieproof("run", "--shard", "1/2")).isZero();
        assertThat(project.cookieproof("run", "--shard", "2/2")).isEqualTo(1);
        assertThat(merge("--into", home.resolve("all").toString())).isEqualTo(1);
        RunRecord whole = RunRecord.load(new RunDirectory(home.resolve("all")));
        CellResult failed = whole.with(Verdict.FAILED).get(0);
        assertThat(whole.directory().attachment(failed.attachments().get("har")))
                .exists();
        assertThat(home.resolve("reports/latest").toRealPath())
                .isEqualTo(shards().get(1).toRealPath());

        assertThat(merge("--into", home.resolve("all").toString())).isEqualTo(2);
        assertThat(project.err.toString()).contains("is there already", "Nothing was written");
    }

    @Test
    void shardsOfOtherOptionsOrOtherFilesAreRefusedAndNothingIsWritten() throws IOException {
        assertThat(project.cookieproof("run", "--shard", "1/2")).isZero();
        assertThat(project.cookieproof("run", "--shard", "2/2", "--retries", "1"))
                .isZero();
        assertThat(merge("--into", home.resolve("all").toString())).isEqualTo(2);
        assertThat(project.err.toString()).contains("is of another plan than", "they differ in --retries (0, 1)");
        assertThat(home.resolve("all")).doesNotExist();

        project.write("scenarios/two.yaml", Files.readString(home.resolve("scenarios/two.yaml")) + "# edited\n");
        assertThat(project.cookieproof("run", "--shard", "2/2")).isZero();
        String[] edited = {"merge", shards().get(0).toString(), newestShard().toString()};
        assertThat(project.cookieproof(edited)).isEqualTo(2);
        assertThat(project.err.toString()).contains("they differ in scenarios (");

        project.write("browsers/clients/speaks.py", "print()\n");
        assertThat(project.cookieproof("run", "--shard", "1/2")).isZero();
        project.err.getBuffer().setLength(0);
        String[] rewritten = {"merge", edited[2], newestShard().toString()};
        assertThat(project.cookieproof(rewritten)).isEqualTo(2);
        assertThat(project.err.toString()).contains("they differ in clients (");
    }

    private Path newestShard() {
        return project.last().directory().root();
    }

    @Test
    void aRunThatIsWholeOrNotThereCannotBeMerged() {
        assertThat(project.cookieproof("run")).isZero();
        String whole = project.last().directory().root().toString();
        assertThat(project.cookieproof("merge", whole)).isEqualTo(2);
        assertThat(project.err.toString()).contains("is no part of a run; 'run --shard I/N' makes one");
        assertThat(project.cookieproof("merge", "nothing")).isEqualTo(2);
        assertThat(project.err.toString()).contains("no run 'nothing'");
    }

    @Test
    void recordedTimesSayWhichCellGoesWhere() throws IOException {
        assertThat(project.cookieproof("run")).isZero();
        assertThat(project.cookieproof("report", "--record-times")).isZero();
        Path times = home.resolve("ci/times/local.json");
        assertThat(Files.readString(times)).contains("\"okhttp\"", "\"one\"", "\"two\"");
        String longTwo =
                "{ \"profiles\": { \"okhttp\": { \"http\": 10 } }, \"scenarios\": { \"one\": 1, \"two\": 9 } }";
        project.write("ci/times/local.json", longTwo);
        assertThat(project.cookieproof("run", "--shard", "1/2")).isZero();
        assertThat(project.only().cell().scenario().value()).isEqualTo("two");
        project.write("other.json", longTwo.replace("\"two\": 9", "\"two\": 0.5"));
        assertThat(project.cookieproof(
                        "run",
                        "--shard",
                        "1/2",
                        "--times",
                        home.resolve("other.json").toString()))
                .isZero();
        assertThat(project.only().cell().scenario().value()).isEqualTo("one");
        String whole = ShardFile.read(project.last().directory().shard())
                .orElseThrow()
                .plan()
                .madeFrom()
                .get("shards");
        assertThat(whole).startsWith("1+1 cells, ");
    }

    @Test
    void optionsThatCannotBeAreRefused() {
        assertThat(project.cookieproof("run", "--shard", "3/2")).isEqualTo(2);
        assertThat(project.err.toString()).contains("--shard: there is no shard 3/2; write I/N");
        assertThat(project.cookieproof("run", "--shard", "x")).isEqualTo(2);
        assertThat(project.cookieproof("run", "--times", "x")).isEqualTo(2);
        assertThat(project.err.toString()).contains("--times balances the parts of --shard");
        assertThat(project.cookieproof("run", "--shard", "1/2", "--last-failed"))
                .isEqualTo(2);
        assertThat(project.cookieproof("run", "--shard", "1/2", "--times", "nothing"))
                .isEqualTo(2);
        assertThat(project.err.toString()).contains("there is neither a file nor a run 'nothing'");
        project.write("ci/times/local.json", "{ \"profiles\": { \"okhttp\": 3 }, \"scenarios\": {} }");
        assertThat(project.cookieproof("run", "--shard", "1/2")).isEqualTo(2);
        assertThat(project.cookieproof("validate")).isEqualTo(2);
        assertThat(project.err.toString().split("ci/times/local.json:1:27: expected milliseconds by scheme", -1))
                .as("told by both")
                .hasSize(3);
    }

    @Test
    void noRunIsComparedWithAPartOfOne() throws IOException {
        assertThat(project.cookieproof("run")).isZero();
        String first = project.last().manifest().run().run();
        assertThat(project.cookieproof("run", "--shard", "1/1")).isZero();
        assertThat(project.cookieproof("run", "--shard", "2/2")).isZero();
        assertThat(project.cookieproof("run")).isZero();
        RunDirectory last = project.last().directory();
        assertThat(last.shard()).doesNotExist();
        assertThat(Files.readString(last.root().resolve("since.json")))
                .as("first is %s", first)
                .doesNotContain("-shard-2-of-2");
    }

    @Test
    void aShardWithNothingToPlayIsNoFault() throws IOException {
        for (int i = 1; i <= 3; i++) {
            assertThat(project.cookieproof("run", "--shard", i + "/3")).isZero();
        }
        assertThat(merge()).isZero();
        assertThat(merged().ledger().planned()).isEqualTo(2);
    }

    @Test
    void withNothingPlayedInAnyShardTheWholeCouldNotRun() throws IOException {
        project.write("ci/local.yaml", "plan: Local\ntarget: moody\nschemes: [https]\n");
        assertThat(project.cookieproof("run", "--shard", "1/1")).isZero();
        assertThat(merge()).isEqualTo(3);
    }
}
