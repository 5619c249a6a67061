package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language takes, what it refuses, and where it says that something is wrong. */
class ScenarioLanguageTest {

    private static final Catalog CATALOG = Catalog.load();

    private static final String HEAD = """
            scenario: A test
            source: [T1]
            user-agents: [phone]
            tabs: [second]
            steps:
            """;

    private static final String KEPT = HEAD + "  - keep-jar: mine\n";

    private static final String FRAGMENT = """
            fragment: Goes there
            parameters: [where]
            steps:
              - visit: { at: "${where}" }
            """;

    @TempDir
    private Path folder;

    private BoundScenario bound;

    private List<String> problems(String scenario) throws IOException {
        Files.createDirectories(folder.resolve("fragments"));
        Files.writeString(folder.resolve("fragments/go.yaml"), FRAGMENT);
        Files.writeString(folder.resolve("x.yaml"), scenario);
        Planner planner = new Planner(new Project(Path.of("").toAbsolutePath()), CATALOG);
        List<BoundScenario> all = planner.readScenarios(folder);
        if (!all.isEmpty()) {
            bound = all.get(0);
        }
        return planner.problems().sorted().stream().map(Problem::toString).toList();
    }

    private List<String> titles(String scenario) throws IOException {
        assertThat(problems(scenario)).isEmpty();
        return bound.steps().stream().map(s -> s.step().title()).toList();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(HEAD + "  - visit: { at: first }\n    by: phne\n", "x.yaml:7:9: ", "did you mean 'phone'?"),
                mistake(
                        HEAD + "  - visit: { at: first }\n    by: [phone]\n",
                        "x.yaml:7:9: ",
                        "'by:' takes a name or '{ jar: NAME }', not a list"),
                mistake(
                        KEPT + "  - visit: { at: first }\n    by: { jar: yours }\n",
                        "x.yaml:8:16: ",
                        "unknown jar 'yours'; known: mine (keep it first with 'keep-jar')"),
                mistake(
                        KEPT + "  - log-out: { at: first }\n    by: { jar: mine }\n",
                        "x.yaml:7:5: ",
                        "nothing but visit and request can be played"),
                mistake(HEAD + "  - keep-jar: phone\n", "x.yaml:6:15: ", "'phone' is a user agent or a tab"),
                mistake(HEAD + "  - restart-user-agent:\n    by: second\n", "x.yaml:7:9: ", "a restart ends all tabs"),
                mistake(
                        HEAD.replace("[second]", "[phone]") + "  - visit: { at: first }\n",
                        "x.yaml:4:8: ",
                        "'phone' is named twice"),
                mistake(
                        HEAD.replace("[second]", "[Second tab]") + "  - visit: { at: first }\n",
                        "x.yaml:4:8: ",
                        "is no name for a user agent or a tab"),
                mistake(
                        HEAD + "  - follow: { from: other, to: first, how: lnk }\n",
                        "x.yaml:6:44: ",
                        "unknown way to follow 'lnk'; did you mean 'link'?"),
                mistake(
                        HEAD + "  - follow: { from: other, to: first }\n",
                        "x.yaml:6:5: ",
                        "'follow' needs 'how:' (link, post, embed, frame, redirect)"),
                mistake(HEAD + "  - follow: { how: link }\n", "x.yaml:6:5: ", "'follow' needs 'from:', 'to:' and"),
                mistake(
                        HEAD + "  - follow: { from: other, to: first, how: link, form: { a: b } }\n",
                        "x.yaml:6:56: ",
                        "'form:' goes with 'how: post'"),
                mistake(HEAD + "  - fill: { field: x }\n", "x.yaml:6:11: ", "'fill' needs 'with:'"),
                mistake(HEAD + "  - request: { at: first }\n", "x.yaml:6:5: ", "'request' needs 'path:'"),
                mistake(
                        HEAD + "  - request: { at: first, path: w/api.php }\n",
                        "x.yaml:6:33: ",
                        "'path:' starts with '/', not 'w/api.php'"),
                mistake(
                        HEAD + "  - visit: { at: first, path: /.cookieproof/1/link }\n",
                        "x.yaml:6:31: ",
                        "paths below /.cookieproof/ are the harness's own"),
                mistake(HEAD + "  - visit: { at: first, path: \"/a b\" }\n", "x.yaml:6:31: ", "write %20"),
                mistake(
                        HEAD + "  - request: { at: first, path: /, method: PSOT }\n",
                        "x.yaml:6:44: ",
                        "unknown method 'PSOT'; did you mean 'POST'?"),
                mistake(
                        HEAD + "  - request: { at: first, path: /, method: GET, form: { a: b } }\n",
                        "x.yaml:6:44: ",
                        "GET carries nothing"),
                mistake(
                        HEAD + "  - request: { at: first, path: /, form: { a: b }, json: { a: b } }\n",
                        "x.yaml:6:58: ",
                        "'form:' or 'json:', not both"),
                mistake(
                        HEAD + "  - set-cookie: { at: first, line: \"Path\\n: x\" }\n",
                        "x.yaml:6:36: ",
                        "without line breaks"),
                mistake(
                        HEAD + "  - visit: { at: first, path: \"/${tokn}\" }\n",
                        "x.yaml:6:31: ",
                        "unknown name '${tokn}'"),
                mistake(
                        HEAD + "  - capture: { token: { jsn: a } }\n",
                        "x.yaml:6:25: ",
                        "unknown key 'jsn'; did you mean 'json'?"),
                mistake(
                        HEAD + "  - capture: { token: { json: a, header: b } }\n",
                        "x.yaml:6:23: ",
                        "'token' needs one of body, json, header, cookie, field, not json and header"),
                mistake(
                        HEAD + "  - capture: { token: { body: \"(\" } }\n",
                        "x.yaml:6:31: ",
                        "'body' is not a regular expression"),
                mistake(HEAD + "  - capture: { \"a b\": { json: a } }\n", "x.yaml:6:16: ", "cannot be written as ${…}"),
                mistake(HEAD + "  - together: [ { visit: { at: first } } ]\n", "x.yaml:6:5: ", "at least two steps"),
                mistake(
                        HEAD + "  - together:\n      - visit: { at: first }\n      - visit: { at: other }\n",
                        "x.yaml:8:9: ",
                        "the first user agent plays two of these steps"),
                mistake(
                        HEAD + "  - together:\n      - visit: { at: first }\n      - visit: { at: other }\n"
                                + "        by: second\n",
                        "x.yaml:9:13: ",
                        "a tab cannot play at the same time"),
                mistake(
                        HEAD + "  - together:\n      - visit: { at: first }\n      - vist: { at: other }\n"
                                + "        by: phone\n",
                        "x.yaml:8:9: ",
                        "unknown verb 'vist'; did you mean 'visit'?"),
                mistake(HEAD + "  - together: []\n    by: phone\n", "x.yaml:7:9: ", "'together' is played by several"),
                mistake(
                        HEAD + "  - include: { fragment: og, with: { where: first } }\n",
                        "x.yaml:6:26: ",
                        "unknown fragment 'og'; "),
                mistake(
                        HEAD + "  - include: { fragment: go }\n",
                        "x.yaml:6:14: ",
                        "the fragment 'go' needs 'with: { where: … }'"),
                mistake(
                        HEAD + "  - include: { fragment: go, with: { where: first, how: fast } }\n",
                        "x.yaml:6:52: ",
                        "unknown parameter of go 'how'"),
                mistake(
                        HEAD + "  - include: { fragment: go, with: { where: frist } }\n",
                        "x.yaml:6:45: ",
                        "unknown role 'frist'; did you mean 'first'?"),
                mistake(
                        HEAD + "  - for-each: { a: [first, frist], steps: [ { visit: { at: \"${a}\" } } ] }\n",
                        "x.yaml:6:28: ",
                        "unknown role 'frist'; did you mean 'first'?"),
                mistake(
                        HEAD + "  - for-each: { a: [first], steps: [ { visit: { at: first } } ] }\n",
                        "x.yaml:6:17: ",
                        "no step mentions ${a}"),
                mistake(
                        HEAD + "  - for-each: { steps: [ { visit: { at: first } } ] }\n",
                        "x.yaml:6:15: ",
                        "'for-each' needs a name with values"),
                mistake(
                        HEAD + "  - for-each: { a: [first], steps: [ { visit: { at: \"${a}\" } } ] }\n    by: phone\n",
                        "x.yaml:7:5: ",
                        "'by' cannot stand beside 'for-each'"),
                mistake(
                        HEAD + "  - for-each: { a: [first], b: [first], distinct: true,"
                                + " steps: [ { visit: { at: [\"${a}\", \"${b}\"] } } ] }\n",
                        "x.yaml:6:15: ",
                        "no combination is left"),
                mistake(HEAD + "  - for-eech: { a: [first] }\n", "x.yaml:6:5: ", "did you mean 'for-each'?"),
                mistake(
                        HEAD + "  - visit: { at: first }\n    expect: { counter: { at: first } }\n",
                        "x.yaml:7:24: ",
                        "'counter' needs 'reads:' or 'writes:'"),
                mistake(
                        HEAD + "  - restart-user-agent:\n    capture: { a: { json: b } }\n",
                        "x.yaml:7:14: ",
                        "'restart-user-agent' shows nothing to capture from"),
                mistake(
                        HEAD
                                + "  - visit: { at: first }\n    expect: { response: { from: first, initiator: frist } }\n",
                        "x.yaml:7:51: ",
                        "unknown initiator 'frist'; did you mean 'first'?"));
    }

    private static Arguments mistake(String scenario, String where, String message) {
        return Arguments.of(scenario.lines().reduce((a, b) -> b).orElse("").strip(), scenario, where, message);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsPlaceAndRemedy(String what, String scenario, String where, String message)
            throws IOException {
        assertThat(problems(scenario))
                .anySatisfy(p -> assertThat(p).contains(where).contains(message));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void oneMistakeIsToldOnce(String what, String scenario, String where, String message) throws IOException {
        List<String> problems = problems(scenario);
        assertThat(problems).doesNotHaveDuplicates();
        assertThat(problems).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aMistakeInAFragmentIsToldWhereTheFragmentIsWritten() throws IOException {
        Files.createDirectories(folder.resolve("fragments/deep"));
        Files.writeString(
                folder.resolve("fragments/deep/bad.yaml"), "fragment: Bad\nsteps:\n  - vist: { at: first }\n");
        assertThat(problems(HEAD + "  - include: { fragment: deep/bad }\n  - include: { fragment: deep/bad }\n"))
                .singleElement()
                .asString()
                .contains("fragments/deep/bad.yaml:3:5: unknown verb 'vist'; did you mean 'visit'?");
    }

    @Test
    void aFragmentThatIncludesItselfIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("fragments"));
        Files.writeString(
                folder.resolve("fragments/loop.yaml"), "fragment: Loop\nsteps:\n  - include: { fragment: loop }\n");
        assertThat(problems(HEAD + "  - include: { fragment: loop }\n"))
                .anySatisfy(
                        p -> assertThat(p).contains("fragments/loop.yaml:3:14: the fragment 'loop' includes itself"));
    }

    @Test
    void aLoopOverSeveralNamesGivesOrderedPairs() throws IOException {
        assertThat(titles(HEAD
                        + "  - for-each: { a: [first, other], b: [first, other], distinct: true, steps: [ { follow:"
                        + " { from: \"${a}\", to: \"${b}\", how: link } } ] }\n"))
                .containsExactly("follow a link from first to other", "follow a link from other to first");
    }

    @Test
    void aLoopOverALoopIsRefusedWhenItGrowsBeyondReason() throws IOException {
        String twenty = "[" + "first, ".repeat(19) + "first]";
        assertThat(problems(HEAD + "  - for-each: { a: " + twenty + ", b: " + twenty + ", c: " + twenty
                        + ", steps: [ { visit: { at: [\"${a}\", \"${b}\", \"${c}\"] } } ] }\n"))
                .anySatisfy(p -> assertThat(p).contains("more than 2000 steps"));
    }

    @Test
    void fragmentsAndLoopsMayStandInEachOtherAndInTogether() throws IOException {
        assertThat(titles(HEAD
                        + "  - for-each: { a: [first, other], steps: [ { include: { fragment: go, with: { where: \"${a}\""
                        + " } } } ] }\n"
                        + "  - together:\n      - include: { fragment: go, with: { where: [first, sibling] } }\n"
                        + "      - { visit: { at: first }, by: phone }\n"))
                .containsExactly(
                        "visit [first]", "visit [other]", "together: visit [first, sibling]; phone: visit [first]");
        assertThat(bound.together()).isTrue();
    }

    @Test
    void whoPlaysStandsInTheTitle() throws IOException {
        assertThat(titles(KEPT + "  - { visit: { at: first }, by: phone }\n  - { visit: { at: first }, by: second }\n"
                        + "  - { request: { at: first, path: / }, by: { jar: mine } }\n"))
                .containsExactly(
                        "keep the jar as mine",
                        "phone: visit [first]",
                        "tab second: visit [first]",
                        "with jar mine: request GET / at first");
        assertThat(bound.needs()).contains("tabs");
    }

    @Test
    void whatIsCapturedMayBeUsedByTheStepsAfterIt() throws IOException {
        assertThat(problems(HEAD + "  - visit: { at: first }\n    capture: { id: { body: \"id=([0-9]+)\" } }\n"
                        + "  - request: { at: first, path: \"/page/${id}\" }\n"
                        + "    expect: { page: { shows: \"${id} [a-z]+\" } }\n"))
                .isEmpty();
    }

    @Test
    void aCaptureAloneIsAStep() throws IOException {
        assertThat(titles(HEAD + "  - capture: { token: { field: \"[name=token]\" } }\n    by: phone\n"))
                .containsExactly("phone: capture");
        assertThat(bound.needs()).contains("forms");
    }

    @Test
    void waysToFollowSayWhatTheyNeedOfAProfile() throws IOException {
        titles(HEAD.replace("tabs: [second]\n", "") + "  - follow: { from: other, to: first, how: embed }\n");
        assertThat(bound.needs()).containsExactly("images");
    }
}
