package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.run.SmallProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code validate} tells all that is wrong in all files at once, each with its place, and in order. */
class ValidateTest {

    @TempDir
    private Path project;

    private final String home = System.getProperty("cookieproof.home", "");
    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void makeProject() throws IOException {
        SmallProject.in(project);
        System.setProperty("cookieproof.home", project.toString());
    }

    @AfterEach
    void goHome() {
        System.setProperty("cookieproof.home", home);
    }

    private int validate(String... options) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setErr(new PrintWriter(err, true));
        commandLine.setOut(new PrintWriter(out, true));
        return commandLine.execute(
                Stream.concat(Stream.of("validate"), Stream.of(options)).toArray(String[]::new));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(project.resolve(file), text);
    }

    private List<String> told() {
        return err.toString()
                .lines()
                .map(line -> line.replace(project + "/", ""))
                .toList();
    }

    private void makeTenMistakes() throws IOException {
        write("browsers/a.yaml", "profile: A\nkind: browsr\ndriver: okhtp\n");
        write("ci/b.yaml", "plan: B\ntarget: frm\nscenarios: [good, \"logout/*\"]\n");
        write("ci/known/c.yaml", """
                known: C
                issues:
                  - { check: deletd, owner: a, bug: b, reason: c, until: 2027-01-31 }
                  - { check: deleted, owner: a, bug: b, reason: c, until: 2027-02-30 }
                """);
        write("ci/regressions/d.yaml", "regression: D\nswitches:\n  central-unstub: skipp\n");
        write("ci/targets/e.yaml", "target: E\nprovider: frm\nflows: flows/mediawiki.yaml\nsites:\n  frist: a.test\n");
        write("scenarios/f.yaml", "scenario: F\nsource: T1\nsteps:\n  - visit: { at: frist }\n");
    }

    @Test
    void tenMistakesInSixFilesAreTenMessagesInOrderWithExactPlaces() throws IOException {
        makeTenMistakes();
        assertThat(validate()).isEqualTo(2);
        List<String> told = told();
        assertThat(told.stream().map(line -> line.split(": ", 2)[0]).limit(11))
                .containsExactly(
                        "browsers/a.yaml:2:7",
                        "browsers/a.yaml:3:9",
                        "ci/b.yaml:2:9",
                        "ci/b.yaml:3:19",
                        "ci/known/c.yaml:3:14",
                        "ci/known/c.yaml:4:59",
                        "ci/regressions/d.yaml:3:19",
                        "ci/targets/e.yaml:2:11",
                        "ci/targets/e.yaml:5:3",
                        "scenarios/f.yaml:4:18",
                        "10 problems. Nothing was run.");
        assertThat(told.get(0)).endsWith("unknown kind 'browsr'; did you mean 'browser'?");
        assertThat(told.get(1)).endsWith("unknown driver 'okhtp'; did you mean 'okhttp'?");
        assertThat(told.get(2)).endsWith("unknown target 'frm'; did you mean 'farm'?");
        assertThat(told.get(3)).endsWith("unknown scenario 'logout/*'; known: f, good");
        assertThat(told.get(4)).endsWith("unknown check 'deletd'; did you mean 'deleted'?");
        assertThat(told.get(5)).endsWith("'until' must be a day, as 2027-01-31, not '2027-02-30'");
        assertThat(told.get(6)).endsWith("unknown value 'skipp' of central-unstub; known: [complete, skip]");
        assertThat(told.get(7)).endsWith("unknown provider 'frm'; did you mean 'farm'?");
        assertThat(told.get(8)).endsWith("unknown role 'frist'; did you mean 'first'?");
        assertThat(told.get(9)).endsWith("unknown role 'frist'; did you mean 'first'?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void asJsonEachProblemIsALineOnStdout() throws IOException {
        makeTenMistakes();
        assertThat(validate("--format", "json")).isEqualTo(2);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(10);
        var first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("file").asText()).endsWith("browsers/a.yaml");
        assertThat(first.path("line").asInt()).isEqualTo(2);
        assertThat(first.path("column").asInt()).isEqualTo(7);
        assertThat(first.path("message").asText()).isEqualTo("unknown kind 'browsr'; did you mean 'browser'?");
        assertThat(told()).last().isEqualTo("10 problems. Nothing was run.");
    }

    @Test
    void forGitHubEachProblemIsAnAnnotationOfItsPlace() throws IOException {
        write("scenarios/f.yaml", "scenario: F\nsource: T1\nsteps:\n  - vist: { at: first }\n");
        assertThat(validate("--format", "github")).isEqualTo(2);
        assertThat(out.toString().strip())
                .startsWith("::error file=")
                .endsWith(
                        "scenarios/f.yaml,line=4,col=5,title=invalid file::unknown verb 'vist'; did you mean 'visit'?");
    }

    @Test
    void aFileThatIsNoYamlHidesNothingOfTheOthers() throws IOException {
        write("ci/targets/farm.yaml", "target: [\n");
        write("scenarios/f.yaml", "scenario: F\nsource: T1\nsteps:\n  - log-in: { as: alice, at: frist }\n");
        write("browsers/a.yaml", "- a\n");
        assertThat(validate()).isEqualTo(2);
        assertThat(told().stream().map(line -> line.split(": ", 2)[0]))
                .contains("browsers/a.yaml:1:1", "scenarios/f.yaml:4:30")
                .anyMatch(place -> place.startsWith("ci/targets/farm.yaml:"));
        // Every flow would be unknown without the targets: that is no mistake of the scenario's.
        assertThat(told()).noneMatch(line -> line.contains("unknown flow"));
    }

    @Test
    void namesInAPlanThatNothingAnswersToAreMistakes() throws IOException {
        write(
                "ci/b.yaml",
                "plan: B\ntarget: farm\nvariants: [default, secure]\nprofiles: okhttp\ntags: smoke\nrequired: \"[\"\n");
        assertThat(validate()).isEqualTo(2);
        assertThat(told())
                .containsExactly(
                        "ci/b.yaml:3:21: unknown variant 'secure'; known: default, host-only-cookies,"
                                + " moved-to-domain-cookies, secure-login",
                        "ci/b.yaml:4:11: unknown profile 'okhttp'; known: ",
                        "ci/b.yaml:5:7: unknown tag 'smoke'; known: ",
                        "ci/b.yaml:6:11: '[' is not a pattern: Missing ']",
                        "4 problems. Nothing was run.");
    }

    @Test
    void aValidProjectIsToldSo() {
        assertThat(validate()).isZero();
        assertThat(out.toString()).isEqualTo("All files are valid." + System.lineSeparator());
    }
}
