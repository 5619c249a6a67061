package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Bad input is told with file, line and remedy; the exit code is 2 and nothing is run. */
class BadInputTest {

    private static final String GOOD = """
            scenario: A test
            source: [T1]
            steps:
              - visit: { at: first }
            """;

    private static final String SIGNALS = """
            target: X
            provider: farm
            flows: flows/mediawiki.yaml
            sites: { first: a.test }
            signals:
            """;

    @TempDir
    private Path scenarios;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    private int cookieproof(String... args) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setErr(new PrintWriter(err, true));
        commandLine.setOut(new PrintWriter(out, true));
        return commandLine.execute(args);
    }

    private int validate(String text) throws IOException {
        Files.writeString(scenarios.resolve("x.yaml"), text);
        return cookieproof("validate", "--scenarios", scenarios.toString());
    }

    static Stream<Arguments> badScenarios() {
        return Stream.of(
                Arguments.of("an unknown key", GOOD + "stepz: []\n", 5, "unknown key 'stepz'; did you mean 'steps'?"),
                Arguments.of(
                        "an unknown verb",
                        GOOD.replace("visit:", "vist:"),
                        4,
                        "unknown verb 'vist'; did you mean 'visit'?"),
                Arguments.of(
                        "an unknown role",
                        GOOD.replace("first", "frist"),
                        4,
                        "unknown role 'frist'; did you mean 'first'?"),
                Arguments.of(
                        "an unknown expectation",
                        GOOD + "    expect: { signed-in: alice }\n",
                        5,
                        "unknown expectation 'signed-in'; did you mean 'signed-in-as'?"),
                Arguments.of(
                        "an unknown capability",
                        GOOD + "needs: [script]\n",
                        5,
                        "unknown capability 'script'; did you mean 'scripts'?"),
                Arguments.of(
                        "an unknown kind of cookie",
                        GOOD + "    expect: { deleted: { cookies: session, from: first } }\n",
                        5,
                        "unknown kind of cookie 'session'; known: "),
                Arguments.of("an unknown scheme", GOOD + "schemes: [gopher]\n", 5, "unknown scheme 'gopher'; known: "),
                Arguments.of("a wrong type", GOOD + "tags: { a: b }\n", 5, "'tags' must be text, not a mapping"),
                Arguments.of(
                        "a list where a mapping belongs",
                        GOOD.replace("{ at: first }", "[first]"),
                        4,
                        "what follows 'visit:' must be a mapping"),
                Arguments.of(
                        "a duplicate key", GOOD + "source: [T2]\n", 5, "'source' is given twice; keep one of the two"),
                Arguments.of(
                        "two verbs in a step",
                        GOOD + "    log-out: { at: first }\n",
                        5,
                        "a step has one verb; 'log-out' is a second"),
                Arguments.of(
                        "a jar that was never kept",
                        GOOD + "  - replay: { jar: x, at: first }\n    expect: { signed-in-as: nobody }\n",
                        5,
                        "unknown jar 'x'"),
                Arguments.of(
                        "an unknown flow",
                        GOOD + "  - do: { flow: previw, at: first }\n",
                        5,
                        "unknown flow 'previw'; did you mean 'preview'?"),
                Arguments.of(
                        "an unknown parameter of a flow",
                        GOOD + "  - do: { flow: type-text, at: first, with: { txt: x } }\n",
                        5,
                        "unknown parameter of type-text 'txt'; did you mean 'text'?"),
                Arguments.of(
                        "an unknown trait",
                        GOOD + "requires: { logout-end: this-session }\n",
                        5,
                        "unknown trait 'logout-end'; did you mean 'logout-ends'?"),
                Arguments.of(
                        "an unknown attribute",
                        GOOD + "    expect: { set-cookie: { cookies: remember, from: first, without: Secur } }\n",
                        5,
                        "unknown attribute 'Secur'; did you mean 'Secure'?"),
                Arguments.of("no source", GOOD.replace("source: [T1]\n", ""), 1, "a scenario needs 'source:'"),
                Arguments.of("no steps", GOOD.replaceFirst("(?s)steps:.*", ""), 1, "a scenario needs 'steps:'"),
                Arguments.of(
                        "a YAML bomb",
                        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n",
                        2,
                        "aliases (*a) are not supported"),
                Arguments.of("broken YAML", GOOD + "  - [\n", 6, "not YAML: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badScenarios")
    void isToldWithFileLineAndRemedy(String what, String text, int line, String message) throws IOException {
        assertThat(validate(text)).isEqualTo(2);
        assertThat(err.toString())
                .containsPattern("x\\.yaml:" + line + ":[0-9]+: ")
                .contains(message);
        assertThat(err.toString()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void allProblemsAreToldAtOnce() throws IOException {
        assertThat(validate("scenario: [a]\nsource: T1\nsteps:\n  - vist: { at: first }\n  - visit: { at: nowhere }\n"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("x.yaml:1", "x.yaml:4", "x.yaml:5", "3 problems. Nothing was run.");
    }

    @Test
    void runningSuchAFolderIsRefusedBeforeAnythingStarts() throws IOException {
        Files.writeString(scenarios.resolve("x.yaml"), GOOD.replace("visit:", "vist:"));
        assertThat(cookieproof("run", "--scenarios", scenarios.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("x.yaml:4:5: unknown verb 'vist'").contains("Nothing was run.");
    }

    @Test
    void anEmptyFolderIsToldSo() {
        assertThat(cookieproof("run", "--scenarios", scenarios.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no scenario in this folder");
    }

    @Test
    void aFolderThatIsNotThereIsToldSo() {
        assertThat(cookieproof(
                        "run", "--scenarios", scenarios.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no such folder; name one with --scenarios DIR");
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of(
                        "browsers/x.yaml", "profile: X\nkind: browsr\ndriver: okhttp\n", 2, "unknown kind 'browsr'"),
                Arguments.of(
                        "browsers/x.yaml", "profile: X\nkind: browser\ndriver: okhtp\n", 3, "unknown driver 'okhtp'"),
                Arguments.of(
                        "browsers/x.yaml",
                        "profile: X\nkind: browser\ndriver: okhttp\nsettings:\n  jra: none\n",
                        5,
                        "unknown setting 'jra'; did you mean 'jar'? (of the driver 'okhttp')"),
                Arguments.of(
                        "browsers/x.yaml",
                        "profile: X\nkind: browser\ndriver: okhttp\ndeviations:\n  - { is: odd, source: me }\n",
                        5,
                        "unknown deviation 'odd'"),
                Arguments.of(
                        "browsers/x.yaml",
                        "profile: X\nkind: browser\ndriver: okhttp\nfamilies: [kin]\n",
                        4,
                        "no family 'kin'"),
                Arguments.of(
                        "browsers/x.yaml",
                        "profile: X\nkind: model\ndriver: model\nheld-against: [{ profile: none, on: a/b, because: c }]\n",
                        4,
                        "what is held against no profile has no 'on:'"),
                Arguments.of(
                        "browsers/x.yaml",
                        "profile: X\nkind: model\ndriver: model\nheld-against: [{ profile: x, because: c }]\n",
                        4,
                        "what a model is held against needs 'on:'"),
                Arguments.of(
                        "browsers/x.yaml",
                        "profile: X\nkind: model\ndriver: model\nheld-against: [{ profile: nobody, on: a/b, because: c }]\n",
                        4,
                        "unknown profile 'nobody'"),
                Arguments.of(
                        "browsers/x.yaml",
                        "profile: X\nkind: browser\ndriver: okhttp\nheld-against: [{ profile: none, because: c }]\n",
                        4,
                        "only a model is held against a real engine"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\njobs: many\n", 3, "'jobs' must be a whole number"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\nplan: Y\n", 3, "'plan' is given twice"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\ntargt: farm\n", 3, "unknown key 'targt'"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        "target: X\nprovider: frm\nflows: flows/mediawiki.yaml\nsites: { first: a.test }\n",
                        2,
                        "unknown provider 'frm'; did you mean 'farm'?"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        "target: X\nprovider: farm\nflows: flows/mediawiki.yaml\nsites: { frist: a.test }\n",
                        4,
                        "unknown role 'frist'"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        "target: X\nprovider: farm\nflows: nowhere.yaml\nsites: { first: a.test }\n",
                        3,
                        "no flow file "),
                Arguments.of(
                        "ci/targets/x.yaml",
                        SIGNALS + "  badtoken: { counts: badtoken }\n",
                        6,
                        "a signal is read from 'metrics:' or from a 'command:', one of the two"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        SIGNALS + "  badtoken: { metrics: /metrics }\n",
                        6,
                        "a signal needs 'counts:'"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        SIGNALS + "  badtoken: { metrics: \"http://b.test/metrics\", counts: badtoken }\n",
                        6,
                        "unknown host of the target 'b.test'"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        SIGNALS + "  badtoken: { metrics: \"http://a.test:9090/metrics\", counts: badtoken }\n",
                        6,
                        "is asked at the port of its scheme, not at 9090; give the page a host name of its own"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        SIGNALS.replace("signals:", "schemes: [https]\nsignals:")
                                + "  badtoken: { metrics: \"http://a.test/metrics\", counts: badtoken }\n",
                        7,
                        "the target's a.test serves no http here; name a.test:http in 'also-allowed:'"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        SIGNALS + "  badtoken: { metrics: \"https://127.0.0.1:9090/\", counts: badtoken }\n",
                        6,
                        "metrics of this machine are read over http"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        SIGNALS + "  badtoken: { metrics: metrics, counts: badtoken }\n",
                        6,
                        "'metrics' is neither a path, as /metrics, nor an http or https URL"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        SIGNALS + "  badtoken: { metrics: /metrics, at: other, counts: badtoken }\n",
                        6,
                        "the target has no site 'other' to read /metrics from"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        SIGNALS + "  badtoken: { command: cat log, counts: badtoken }\n",
                        6,
                        "'command:' is a list of words"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: farm\nrequired:\n  - { scenario: good, target: farn }\n",
                        4,
                        "unknown target 'farn'; did you mean 'farm'?"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: farm\nstages:\n  group0: [ { scenario: good, target: farm } ]\n",
                        4,
                        "unknown key 'target'"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: farm\ngates:\n  signals: { badtokens: { most: 5 } }\n",
                        4,
                        "unknown signal 'badtokens'; did you mean 'badtoken'?"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: any\nrequired: [ { scenario: good, where: { pages: wikki } } ]\n",
                        3,
                        "unknown value of pages 'wikki'; did you mean 'wiki'?"),
                Arguments.of(
                        "ci/known/x.yaml",
                        "known: X\nissues:\n  - { check: deletd, owner: a, bug: b, reason: c, until: 2027-01-31 }\n",
                        3,
                        "unknown check 'deletd'; did you mean 'deleted'?"),
                Arguments.of(
                        "ci/known/farm/x.yaml",
                        "known: X\nissues:\n  - { check: deletd, owner: a, bug: b, reason: c, until: 2027-01-31 }\n",
                        3,
                        "unknown check 'deletd'; did you mean 'deleted'?"),
                Arguments.of(
                        "ci/known/x.yaml",
                        "known: X\nissues:\n  - { scenario: god, check: deleted, owner: a, bug: b, reason: c, until: 2027-01-31 }\n",
                        3,
                        "unknown scenario 'god'; did you mean 'good'?"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: farm\nstages:\n  group0:\n    - { scenario: god }\n",
                        5,
                        "unknown scenario 'god'; did you mean 'good'?"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: farm\nstages:\n  group0:\n    - { scenario: good, profile: nobody }\n",
                        5,
                        "unknown profile 'nobody'"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: farm\nstages:\n  group0:\n    - { scenario: only-http, scheme: https }\n",
                        5,
                        "no cell is like this: only-http has no cell over https"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: farm\nstages:\n  group0: []\n",
                        4,
                        "a stage that names no cell would pass unseen"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: farm\nrequired:\n  - { scenario: good, schem: https }\n",
                        4,
                        "unknown key 'schem'; did you mean 'scheme'?"),
                Arguments.of(
                        "ci/x.yaml",
                        "plan: X\ntarget: farm\ngates:\n  signals: { badtoken: { more: 5 } }\n",
                        4,
                        "a gate needs 'most:'"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\nfail-fast: maybe\n", 3, "must be true or false"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\nknown: nowhere.yaml\n", 3, "no file of known issues"),
                Arguments.of("ci/regressions/x.yaml", "regression: X\nsource: T1\n", 1, "else nothing is injected"),
                Arguments.of(
                        "ci/regressions/x.yaml",
                        "regression: X\nsource: T1\nswitches: { central-unstub: skipp }\n",
                        3,
                        "skipp"),
                Arguments.of(
                        "ci/regressions/x.yaml",
                        "regression: X\nsource: T1\nwire:\n  - rewrite:\n      - drop-heder: { name: X }\n",
                        5,
                        "unknown rewrite 'drop-heder'; did you mean 'drop-header'?"));
    }

    /** Profiles, plans, targets and regressions, in a project of their own. */
    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("badFiles")
    void everyKindOfFileIsToldWithFileLineAndRemedy(String file, String text, int line, String message)
            throws IOException {
        for (String folder : List.of(
                "scenarios", "browsers", "ci", "ci/targets", "ci/targets/flows", "ci/regressions", "ci/known/farm")) {
            Files.createDirectories(scenarios.resolve(folder));
        }
        Files.writeString(scenarios.resolve("scenarios/good.yaml"), GOOD);
        Files.writeString(scenarios.resolve("scenarios/only-http.yaml"), GOOD + "schemes: [http]\n");
        for (String own : List.of("ci/targets/farm.yaml", "ci/targets/flows/mediawiki.yaml")) {
            Files.copy(Path.of(own), scenarios.resolve(own));
        }
        Files.writeString(scenarios.resolve(file), text);
        String before = System.getProperty("cookieproof.home", "");
        System.setProperty("cookieproof.home", scenarios.toString());
        try {
            assertThat(cookieproof("validate")).isEqualTo(2);
        } finally {
            System.setProperty("cookieproof.home", before);
        }
        assertThat(err.toString())
                .containsPattern(Pattern.quote(file) + ":" + line + ":[0-9]+: ")
                .contains(message);
    }

    static Stream<Arguments> badSelections() {
        return Stream.of(
                Arguments.of(
                        List.of("--profile", "okhttpp"),
                        "--profile: unknown profile 'okhttpp'; did you mean 'okhttp'?"),
                Arguments.of(List.of("--scenario", "logout/everywher"), "did you mean 'logout/everywhere'?"),
                Arguments.of(List.of("--scenario", "[", "--tag", "logout"), "--scenario: '[' is not a pattern"),
                Arguments.of(List.of("--tag", "logot"), "unknown tag 'logot'; did you mean 'logout'?"),
                Arguments.of(List.of("--plan", "locl"), "unknown plan 'locl'; did you mean 'local'?"),
                Arguments.of(
                        List.of("--plan", "predeploy", "--stage", "grup1"),
                        "--stage: unknown stage 'grup1'; did you mean 'group1'?"),
                Arguments.of(List.of("--target", "frm"), "unknown target 'frm'; did you mean 'farm'?"),
                Arguments.of(List.of("--variant", "secure"), "unknown variant 'secure'; known: "),
                Arguments.of(
                        List.of("--inject", "deleted-literal-ecko"),
                        "unknown regression 'deleted-literal-ecko'; did you mean 'deleted-literal-echo'?"),
                Arguments.of(
                        List.of("--target", "mediawiki", "--inject", "deleted-literal-echo"),
                        "cannot be injected into target 'mediawiki'"),
                Arguments.of(List.of("--scheme", "gopher"), "gopher"),
                Arguments.of(List.of("--jobs", "many"), "--jobs"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badSelections")
    void aNameThatIsNotThereIsToldWithTheNearest(List<String> options, String message) {
        List<String> args = new ArrayList<>(List.of("run"));
        args.addAll(options);
        assertThat(cookieproof(args.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"scenario", "profile"})
    void ofManyNamesTheNearestThreeAreToldAndWhoNamesTheRest(String what) {
        assertThat(cookieproof("run", "--" + what, "nope-nope-nope/*")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("--" + what + ": unknown " + what
                        + " 'nope-nope-nope/\\*'; nearest: '[^']+', '[^']+', '[^']+'; ./cookieproof list names all");
    }

    @Test
    void theProjectsOwnFilesAreValid() {
        assertThat(cookieproof("validate")).isZero();
        assertThat(out.toString()).contains("All files are valid.");
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(cookieproof("--help")).isZero();
        for (String command : Main.commandLine().getSubcommands().keySet()) {
            assertThat(cookieproof(command, "--help")).as(command).isZero();
        }
        assertThat(out.toString()).contains("--inject", "Exit codes");
    }
}
