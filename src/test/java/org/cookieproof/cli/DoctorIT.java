package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.result.RunDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code doctor --target}: a healthy farm is well, and each thing that can be wrong is told, with what to do. */
class DoctorIT {

    @TempDir
    private Path home;

    private final String before = System.getProperty("cookieproof.home", "");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyTheProject() throws IOException {
        ProjectCopy.into(home);
        System.setProperty("cookieproof.home", home.toString());
    }

    @AfterEach
    void goHome() {
        System.setProperty("cookieproof.home", before);
    }

    private int doctor(String... options) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setErr(new PrintWriter(err, true));
        commandLine.setOut(new PrintWriter(out, true));
        return commandLine.execute(
                Stream.concat(Stream.of("doctor"), Stream.of(options)).toArray(String[]::new));
    }

    private int run(String... options) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setErr(new PrintWriter(err, true));
        commandLine.setOut(new PrintWriter(out, true));
        return commandLine.execute(
                Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new));
    }

    private void ill(String how) throws IOException {
        String farm = Files.readString(Path.of("ci/targets/farm.yaml"));
        Files.writeString(
                home.resolve("ci/targets/sick.yaml"),
                farm.replace("provider: farm", "provider: sick\nsettings: { ill: " + how + " }"));
    }

    private List<String> lines(String level) {
        return out.toString()
                .lines()
                .map(String::strip)
                .filter(l -> l.startsWith(level + " "))
                .map(l -> l.replaceAll(" {2,}", "  "))
                .toList();
    }

    @Test
    void aHealthyFarmIsWellAndLacksNothingButOtherTraits() {
        assertThat(doctor("--target", "farm")).isZero();
        assertThat(lines("WRONG")).isEmpty();
        // It has every site, scheme, flow and control; scenarios about services of another kind are not for it.
        assertThat(lines("cannot")).allSatisfy(l -> assertThat(l).contains("the target does not have "));
        assertThat(lines("ok"))
                .anySatisfy(l -> assertThat(l).matches("ok  first https://en.wikipedia.test  answers 302 over TLSv1.*"))
                .anySatisfy(l -> assertThat(l)
                        .matches("ok  first certificate  verifies, is for en.wikipedia.test, [0-9]+ days left"))
                .anySatisfy(l -> assertThat(l).startsWith("ok  clock  "))
                .anySatisfy(l -> assertThat(l).startsWith("ok  accounts  48; "))
                .anySatisfy(l -> assertThat(l).startsWith("ok  log-in over https  "))
                .anySatisfy(l -> assertThat(l).startsWith("ok  who-am-I over http  "))
                .anySatisfy(l -> assertThat(l).startsWith("ok  log-out over http  "));
        assertThat(out.toString()).contains("All is well");
    }

    static Stream<Arguments> illnesses() {
        return Stream.of(
                Arguments.of("distrusted", "WRONG  first certificate  does not verify: "),
                Arguments.of("expired", "WRONG  first certificate  has expired on "),
                Arguments.of("other-host", "WRONG  first certificate  is for other.test, not for en.wikipedia.test"),
                Arguments.of("slow-clock", "WRONG  clock  30"), // 305 s, and what its answer took
                Arguments.of(
                        "nobody", "WRONG  first https://en.wikipedia.test  TLS cannot be opened: Connection refused"),
                Arguments.of("wrong-password", "WRONG  log-in over https  flow-log-in: "),
                Arguments.of("no-accounts", "WRONG  accounts  0, too few for "),
                Arguments.of("no-tls", "WRONG  https  the target serves no TLS"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("illnesses")
    void whatIsWrongIsToldWithARemedyAndExitCodeThree(String how, String line) throws IOException {
        ill(how);
        assertThat(doctor("--target", "sick")).isEqualTo(3);
        assertThat(lines("WRONG")).anySatisfy(l -> assertThat(l).startsWith(line));
        assertThat(out.toString()).contains("→ ").doesNotContain("not the password", "Exception");
    }

    @Test
    void whatATargetCannotShowIsCountedAndNoIllness() throws IOException {
        String farm = Files.readString(Path.of("ci/targets/farm.yaml"));
        Files.writeString(
                home.resolve("ci/targets/small.yaml"),
                farm.replaceAll("(?m)^  (sibling|other|parent|foreign): .*\\n", "")
                        .replace("shared-cache: in-front", "shared-cache: none"));
        assertThat(doctor("--target", "small")).isZero();
        assertThat(lines("cannot"))
                .anySatisfy(l -> assertThat(l)
                        .matches("cannot  show  the target has no site 'other': [0-9]+ scenarios are not run.*"))
                .anySatisfy(l -> assertThat(l)
                        .contains("the target does not have shared-cache: in-front", "cache/anonymous-article"));
    }

    @Test
    void twoTargetsThatAreAlikeHaveNoDifference() {
        assertThat(doctor("--target", "farm", "--against", "farm")).isZero();
        assertThat(out.toString()).contains("No difference.");
    }

    @Test
    void whereTwoTargetsDifferIsToldLineByLineWithExitCodeSixteen() {
        assertThat(doctor("--target", "farm", "--against", "farm:secure-login")).isEqualTo(16);
        assertThat(out.toString())
                .contains(
                        "cookie forceHTTPS over https of central: farm none / farm:secure-login HttpOnly; for the session;"
                                + " Path=/")
                .contains("farm is no mirror of farm:secure-login.");
        assertThat(run("--scenario", "cache/anonymous-article", "--profile", "okhttp"))
                .isZero();
        RunDirectory last =
                new RunFolders(home.resolve("reports")).newestFirst().get(0);
        assertThat(last.index())
                .content()
                .contains("farm is no mirror of farm:secure-login", "cookie forceHTTPS over https of central");
    }

    @Test
    void whatIsWrongWithOneOfThemIsToldBesideWhereTheyDiffer() throws IOException {
        ill("nobody");
        assertThat(doctor("--target", "farm", "--against", "sick")).isEqualTo(3);
        assertThat(out.toString())
                .contains("https of first: farm answers 302 to https://first/wiki/Main_Page / sick does not answer")
                .contains("TLS of first: farm TLSv1.3 / sick none")
                .contains("differences in what could be seen, which is not all")
                .contains("farm is no mirror of sick.");
    }

    @Test
    void twoThatNobodyCanSignInAtAreNotToldToBeAlike() throws IOException {
        ill("no-accounts");
        assertThat(doctor("--target", "sick", "--against", "sick")).isEqualTo(3);
        assertThat(out.toString())
                .contains("No difference in what could be seen, which is not all")
                .doesNotContain("No difference.");
        assertThat(RunDirectory.mirrorOf(home.resolve("reports"), "sick")).doesNotExist();
    }

    @Test
    void anOptionWithoutATargetIsAMistake() {
        assertThat(doctor("--against", "farm")).isEqualTo(2);
        assertThat(doctor("--target", "farrm")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown target 'farrm'; did you mean 'farm'?");
        assertThat(doctor("--target", "farm", "--variant", "secure")).isEqualTo(2);
    }
}
