package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** User agents that break, and drivers that leave something behind. */
class WornUserAgentTest {

    @TempDir
    private Path home;

    private MoodyProject project;

    @BeforeEach
    void makeTheProject() {
        project = new MoodyProject(home);
    }

    private int run(String settings, String... more) {
        project.write(
                "browsers/worn.yaml",
                "profile: Worn\nkind: http-client\ndriver: worn\nsettings: { " + settings
                        + " }\ncan: [forms, redirects, readable-jar]\n");
        String[] args = new String[3 + more.length];
        args[0] = "run";
        args[1] = "--profile";
        args[2] = "worn";
        System.arraycopy(more, 0, args, 3, more.length);
        return project.cookieproof(args);
    }

    @Test
    void aCellWhoseUserAgentBreaksIsPlayedOnceMoreAndThenFlakyNotPassed() {
        assertThat(run("breaks: 1", "--retries", "0")).isZero();
        CellResult result = project.only();
        assertThat(result.verdict()).isEqualTo(Verdict.FLAKY);
        assertThat(result.reason()).isEqualTo("1 broken, 1 passed of 2 attempts: the user agent: it is worn");
        assertThat(result.attempts()).extracting(Attempt::verdict).containsExactly(Verdict.BROKEN, Verdict.PASSED);
        assertThat(run("breaks: 1", "--fail-on-flaky")).isEqualTo(5);
    }

    @Test
    void onceMoreAndNotForEver() {
        assertThat(run("breaks: 2")).isEqualTo(3);
        assertThat(project.only().verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(project.only().attempts())
                .extracting(Attempt::verdict)
                .containsExactly(Verdict.BROKEN, Verdict.BROKEN);
    }

    @Test
    void whatFailsAtTheSecondTryHasFailed() {
        project.answers("500");
        assertThat(run("breaks: 1")).isEqualTo(1);
        assertThat(project.only().reason()).startsWith("1 broken, 1 failed of 2 attempts: no-server-error: ");
    }

    @Test
    void aCellThatBreaksOfItsTargetIsNotPlayedAgain() {
        project.answers("none 200");
        assertThat(run("breaks: 0")).isEqualTo(3);
        assertThat(project.only().verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(project.only().attempts()).hasSize(1);
    }

    @Test
    void aRepeatedCellIsPlayedAsOftenAsWasAsked() {
        assertThat(run("breaks: 1", "--repeat", "3")).isZero();
        assertThat(project.only().attempts()).hasSize(3);
    }

    @Test
    void whoPlaysACellAgainGetsOneTry() {
        run("breaks: 0");
        run("breaks: 1");
        assertThat(project.cookieproof("repro", "one")).isEqualTo(3);
        assertThat(project.out.toString()).contains("one × worn × http: broken: the user agent: it is worn");
    }

    @Test
    void aProcessThatIsLeftIsToldAndEndedAndMakesTheExitCodeThree() {
        leavesAProcess("process");
    }

    @Test
    void soIsOneWhoseParentHasGone() {
        leavesAProcess("orphan");
    }

    private void leavesAProcess(String what) {
        assertThat(run("leaves: " + what)).isEqualTo(3);
        assertThat(project.only().verdict()).isEqualTo(Verdict.PASSED);
        Matcher told = Pattern.compile("left behind[^\\n]*\\n  process (\\d+) \\((\\S*/)?sleep 600\\)")
                .matcher(project.err.toString());
        assertThat(told.find()).as(project.err.toString()).isTrue();
        assertThat(ProcessHandle.of(Long.parseLong(told.group(1)))
                        .map(p -> p.info().commandLine().orElse("")))
                .as("a zombie has no command line")
                .matches(p -> p.isEmpty() || p.get().isEmpty());
    }

    @Test
    void aDirectoryThatIsLeftIsToldAndDeleted() {
        assertThat(run("leaves: directory")).isEqualTo(3);
        Matcher told =
                Pattern.compile("left behind[^\\n]*\\n  directory (\\S+)\\n").matcher(project.err.toString());
        assertThat(told.find()).as(project.err.toString()).isTrue();
        assertThat(Files.exists(Path.of(told.group(1)))).isFalse();
    }

    @Test
    void aFindingComesFirst() {
        project.answers("500");
        assertThat(run("leaves: directory")).isEqualTo(1);
        assertThat(project.err.toString()).contains("left behind");
    }

    @Test
    void theFirstLineSaysHowMuchIsPlayedAtOnce() {
        run("breaks: 0", "--jobs", "7");
        assertThat(project.err.toString()).contains("Playing 1 cells of “Local” against moody, one at a time (as many");
    }
}
