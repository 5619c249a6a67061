package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each exit code, and which of two wins. That of an interrupted run is in {@code EndedRunIT}. */
class ExitCodesTest {

    private static final String FAR = "9999-12-31";
    private static final String PAST = "2020-01-31";

    @TempDir
    private Path home;

    private MoodyProject project;

    @BeforeEach
    void makeTheProject() {
        project = new MoodyProject(home);
    }

    @Test
    void zeroWhenEveryCellPassed() {
        assertThat(project.cookieproof("run")).isZero();
        assertThat(project.only().verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void oneForAFinding() {
        project.answers("500");
        assertThat(project.cookieproof("run")).isEqualTo(1);
    }

    @Test
    void twoForAnOptionThatCannotBe() {
        assertThat(project.cookieproof("run", "--repeat", "0")).isEqualTo(2);
        assertThat(project.cookieproof("run", "--repeat", "2", "--retries", "1"))
                .isEqualTo(2);
        assertThat(project.err.toString()).contains("--repeat and --retries exclude each other");
    }

    @Test
    void threeForABrokenCell() {
        project.answers("none");
        assertThat(project.cookieproof("run")).isEqualTo(3);
    }

    @Test
    void zeroForAKnownFailure() {
        project.answers("500");
        project.known("one", FAR);
        assertThat(project.cookieproof("run")).isZero();
        CellResult result = project.only();
        assertThat(result.verdict()).isEqualTo(Verdict.KNOWN);
        assertThat(result.reason()).startsWith("T77 (somebody, until 9999-12-31): no-server-error: ");
        assertThat(result.known()).singleElement().satisfies(k -> {
            assertThat(k.at()).endsWith("ci/known/local.yaml:3");
            assertThat(k.reason()).isEqualTo("it is down");
        });
        assertThat(result.attachments()).containsKey("har");
    }

    @Test
    void fourForAKnownIssueThatDidNotHappenWithTheLinesToRemove() {
        project.known("one", FAR);
        assertThat(project.cookieproof("run")).isEqualTo(4);
        assertThat(project.only().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(project.out.toString())
                .contains("remove these lines")
                .contains("ci/known/local.yaml:3:   - scenario: one\n")
                .contains("ci/known/local.yaml:8:     until: 9999-12-31\n");
        assertThat(KnownBites.read(project.last().directory().known()))
                .hasValueSatisfying(b -> assertThat(b.vanished())
                        .singleElement()
                        .satisfies(e -> {
                            assertThat(e.line()).isEqualTo(3);
                            assertThat(e.lastLine()).isEqualTo(8);
                        }));
    }

    @Test
    void fourForAKnownIssueThatHasExpiredAlthoughItsCellsPass() {
        project.known("one", PAST);
        assertThat(project.cookieproof("run")).isEqualTo(4);
        assertThat(project.out.toString()).contains("Expired on 2020-01-31: known issue T77 (somebody)");
    }

    @Test
    void oneBeforeFour() {
        project.answers("500");
        project.known("one", PAST);
        assertThat(project.cookieproof("run")).isEqualTo(1);
        assertThat(project.only().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(project.only().reason()).contains("no longer excused by T77 (somebody, until 2020-01-31)");
        assertThat(project.out.toString()).contains("Expired on 2020-01-31").doesNotContain("remove these lines");
    }

    @Test
    void anEntrySaysNothingAboutCellsThatBroke() {
        project.answers("none");
        project.known("one", PAST);
        assertThat(project.cookieproof("run")).isEqualTo(3);
        assertThat(project.out.toString()).doesNotContain("remove these lines", "Expired");
    }

    @Test
    void anEntrySaysNothingAboutCellsThatDidNotRun() {
        project.write(
                "scenarios/two.yaml",
                "scenario: Two\nsource: [T1]\nschemes: [http]\ntags: [second]\nsteps:\n  - visit: { at: first }\n");
        project.known("two", PAST);
        assertThat(project.cookieproof("run", "--scenario", "one")).isZero();
        assertThat(project.cookieproof("run", "--scenario", "two")).isEqualTo(4);
    }

    @Test
    void fiveForAFlakyCellWhenAskedTo() {
        project.answers("500 200");
        assertThat(project.cookieproof("run", "--retries", "1")).isZero();
        assertThat(project.cookieproof("run", "--retries", "1", "--fail-on-flaky"))
                .isEqualTo(5);
    }

    @Test
    void fourBeforeFive() {
        project.answers("500 200");
        project.write(
                "ci/known/local.yaml",
                "known: K\nissues:\n  - { check: no-redirect-loop, owner: me, bug: T1, reason: r, until: 9999-12-31 }\n");
        assertThat(project.cookieproof("run", "--retries", "1", "--fail-on-flaky"))
                .isEqualTo(4);
    }
}
