package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.yaml.InvalidFilesException;
import org.cookieproof.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an editor says of a file by its schema is what the readers say of it, as far as a schema can see. */
class SchemasTest {

    private static final ProjectSchemas SCHEMAS = new ProjectSchemas();

    private static final String OTHER_FILES = "a schema sees one file, this is told by another";
    private static final String OTHER_LINES = "a schema does not hold one part of a file against another";
    private static final String JAVA = "whether a text is a regular expression of Java's, a schema cannot tell";

    /** Mistakes that only the readers see, by what they say. */
    private static final Map<String, String> UNSEEN = Map.ofEntries(
            Map.entry("unknown jar 'x'", OTHER_LINES),
            Map.entry("unknown jar 'yours'", OTHER_LINES),
            Map.entry("unknown flow 'previw'", OTHER_FILES),
            Map.entry("unknown parameter of type-text 'txt'", OTHER_FILES),
            Map.entry("unknown trait 'logout-end'", OTHER_FILES),
            Map.entry("no flow file ", OTHER_FILES),
            Map.entry("unknown scenario 'god'", OTHER_FILES),
            Map.entry("unknown profile 'nobody'", OTHER_FILES),
            Map.entry("no cell is like this", OTHER_FILES),
            Map.entry("unknown target 'farn'", OTHER_FILES),
            Map.entry("unknown host of the target 'b.test'", OTHER_LINES),
            Map.entry("the target has no site 'other' to read", OTHER_LINES),
            Map.entry("unknown signal 'badtokens'", OTHER_FILES),
            Map.entry("unknown value of pages 'wikki'", OTHER_FILES),
            Map.entry("is asked at the port of its scheme, not at 9090", OTHER_LINES),
            Map.entry("the target's a.test serves no http here", OTHER_LINES),
            Map.entry("no file of known issues", OTHER_FILES),
            Map.entry("skipp", "which choices a switch has, only the farm knows"),
            Map.entry("did you mean 'phone'?", OTHER_LINES),
            Map.entry("'phone' is a user agent or a tab", OTHER_LINES),
            Map.entry("a restart ends all tabs", OTHER_LINES),
            Map.entry("'phone' is named twice", OTHER_LINES),
            Map.entry("unknown name '${tokn}'", OTHER_LINES),
            Map.entry("'body' is not a regular expression", JAVA),
            Map.entry("the first user agent plays two of these steps", OTHER_LINES),
            Map.entry("a tab cannot play at the same time", OTHER_LINES),
            Map.entry("unknown fragment 'og'", OTHER_FILES),
            Map.entry("the fragment 'go' needs", OTHER_FILES),
            Map.entry("unknown parameter of go 'how'", OTHER_FILES),
            Map.entry("unknown role 'frist' of a parameter", OTHER_FILES),
            Map.entry("no step mentions ${a}", OTHER_LINES),
            Map.entry("no family 'kin'", OTHER_FILES),
            Map.entry("only a model is held against a real engine", OTHER_LINES),
            Map.entry("no combination is left", OTHER_LINES));

    @TempDir
    private Path project;

    static List<Path> projectFiles() {
        return ProjectSchemas.projectFiles();
    }

    static List<Path> schemas() {
        return ProjectSchemas.ALL;
    }

    @ParameterizedTest
    @MethodSource("projectFiles")
    void everyFileOfTheProjectNamesItsSchemaAndIsValidByIt(Path file) throws IOException {
        String text = Files.readString(file);
        Path schema = ProjectSchemas.of(file);
        String fromFile = file.getParent().relativize(schema).toString().replace('\\', '/');
        assertThat(text.lines().findFirst()).contains("# yaml-language-server: $schema=" + fromFile);
        assertThat(SCHEMAS.messages(schema, text)).isEmpty();
    }

    @Test
    void thereAreFilesOfEveryKindToHoldAgainstTheSchemas() {
        List<Path> used =
                projectFiles().stream().map(ProjectSchemas::of).distinct().toList();
        assertThat(used).containsExactlyInAnyOrderElementsOf(ProjectSchemas.ALL);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aSchemaIsValidByTheStandardsOwn(Path schema) {
        assertThat(SCHEMAS.messagesOfTheStandard(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyKeyIsDescribedForWhoeverWritesIt(Path schema) {
        assertDescribed(ProjectSchemas.read(schema), ProjectSchemas.read(schema), "");
    }

    private static void assertDescribed(JsonNode root, JsonNode node, String at) {
        node.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            boolean branch = at.matches(".*(/then|/else|/if|/not|/(allOf|anyOf|oneOf)/\\d+)(/.*)?");
            String ref = value.path("$ref").asText("");
            boolean described = value.has("description")
                    || (ref.startsWith("#") && root.at(ref.substring(1)).has("description"));
            assertThat(described || branch || at.endsWith("/switches")) // those are told with the farm's mechanisms
                    .as("described: %s/%s", at, property.getKey())
                    .isTrue();
        });
        node.properties().forEach(f -> assertDescribed(root, f.getValue(), at + "/" + f.getKey()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            assertDescribed(root, node.get(i), at + "/" + i);
        }
    }

    static Stream<Arguments> mistakesInScenarios() {
        return Stream.of("org.cookieproof.cli.BadInputTest", "org.cookieproof.run.ScenarioLanguageTest")
                .flatMap(SchemasTest::corpus)
                .map(Arguments::get)
                .map(a -> Arguments.of(a[0], a[1], a[3]));
    }

    private static Stream<Arguments> corpus(String test) {
        return Corpus.of(test, test.endsWith("BadInputTest") ? "badScenarios" : "mistakes");
    }

    static Stream<Arguments> mistakesInFiles() {
        return Corpus.of("org.cookieproof.cli.BadInputTest", "badFiles")
                .map(Arguments::get)
                .map(a -> Arguments.of(a[0], a[1], a[3]));
    }

    /** That the readers tell them, with their places, the tests assert that they are taken from. */
    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakesInScenarios")
    void aMistakeInAScenarioIsSeenByTheSchemaToo(String what, String scenario, String message) {
        assertSeen(ProjectSchemas.SCENARIO, scenario, message);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakesInFiles")
    void aMistakeInAnotherFileIsSeenByTheSchemaToo(String file, String text, String message) {
        assertSeen(ProjectSchemas.of(Path.of(file)), text, message);
    }

    private static void assertSeen(Path schema, String text, String message) {
        // One reader's sentence stands for two mistakes: here the wrong role is a fragment's parameter.
        boolean inParameter = text.contains("with: { where: frist }") || text.contains("a: [first, frist]");
        String told = inParameter ? "unknown role 'frist' of a parameter" : message;
        boolean unseen = UNSEEN.keySet().stream().anyMatch(told::contains);
        if (unseen) {
            assertThat(SCHEMAS.messages(schema, text))
                    .as("no longer unseen: " + told)
                    .isEmpty();
        } else {
            assertThat(SCHEMAS.messages(schema, text)).as(told).isNotEmpty();
        }
    }

    @Test
    void whatIsListedAsUnseenIsAMistakeThatIsTold() {
        List<String> told = Stream.concat(mistakesInScenarios(), mistakesInFiles())
                .map(a -> a.get()[2] + (a.get()[1].toString().contains("where: frist") ? " of a parameter" : ""))
                .toList();
        assertThat(UNSEEN.keySet())
                .allSatisfy(m -> assertThat(told)
                        .anyMatch(t -> t.contains(m) || t.startsWith(m.replace(" of a parameter", ""))));
    }

    /** One of each kind in the files that the tests above have few of. */
    static Stream<Arguments> furtherMistakes() {
        String profile = "profile: X\nkind: http-client\ndriver: okhttp\n";
        String target = "target: X\nprovider: farm\nflows: flows/mediawiki.yaml\nsites: { first: a.test }\n";
        String deployment = target.replace("provider: farm", "provider: deployment");
        String flows = "flows-of: X\nwho-am-i: { page: /, api: /api, name: /name, nobody: /anon }\nflows:\n";
        String rule = "regression: X\nsource: T1\nwire:\n";
        String issue = "  - { check: deleted, owner: a, bug: b, reason: c, until: 2027-01-31 }\n";
        String known = "known: X\nissues:\n";
        String scenario = "scenario: A\nsource: T1\nsteps:\n";
        return Stream.of(
                Arguments.of("browsers/x.yaml", "kind: browser\ndriver: okhttp\n"),
                Arguments.of("browsers/x.yaml", "profile: X\ndriver: okhttp\n"),
                Arguments.of("browsers/x.yaml", "profile: X\nkind: browser\n"),
                Arguments.of("browsers/x.yaml", profile + "can: [script]\n"),
                Arguments.of("browsers/x.yaml", profile + "settings: a\n"),
                Arguments.of("browsers/x.yaml", profile + "settings: { a: [b] }\n"),
                Arguments.of("browsers/x.yaml", profile + "deviations: [ { is: ignores-path } ]\n"),
                Arguments.of("browsers/x.yaml", profile + "deviations: [ { source: me } ]\n"),
                Arguments.of("browsers/x.yaml", profile + "titel: a\n"),
                Arguments.of("ci/targets/x.yaml", target.replace("target: X\n", "")),
                Arguments.of("ci/targets/x.yaml", target.replace("flows: flows/mediawiki.yaml\n", "")),
                Arguments.of("ci/targets/x.yaml", target.replace("{ first: a.test }", "{}")),
                Arguments.of("ci/targets/x.yaml", target + "variants: { a: { setings: {} } }\n"),
                Arguments.of("ci/targets/x.yaml", target + "cookies: [ { name: a, is: session } ]\n"),
                Arguments.of("ci/targets/x.yaml", target + "cookies: [ { is: hint } ]\n"),
                Arguments.of("ci/targets/x.yaml", target + "cookies: [ { name: a } ]\n"),
                Arguments.of(
                        "ci/targets/x.yaml", target + "exceptions: [ { check: nothing, reason: a, source: b } ]\n"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        target + "exceptions: [ { check: no-server-error, at: frist, reason: a, source: b } ]\n"),
                Arguments.of("ci/targets/x.yaml", target + "exceptions: [ { check: no-server-error, source: b } ]\n"),
                Arguments.of("ci/targets/x.yaml", target + "schemes: gopher\n"),
                Arguments.of("ci/targets/x.yaml", target + "schemes: []\n"),
                Arguments.of("ci/targets/x.yaml", target + "schemes: { frist: http }\n"),
                Arguments.of("ci/targets/x.yaml", target + "request-headers: [ { name: X, value: a } ]\n"),
                Arguments.of("ci/targets/x.yaml", target + "request-headers: [ { name: X, at: first } ]\n"),
                Arguments.of(
                        "ci/targets/x.yaml", target + "request-headers: [ { name: \"a b\", value: a, at: first } ]\n"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        target + "request-headers: [ { name: X, value: a, value-from: A, at: first } ]\n"),
                Arguments.of(
                        "ci/targets/x.yaml",
                        target + "request-headers: [ { name: X, value: a, at: first, answered-by: { header: S } } ]\n"),
                Arguments.of("ci/targets/x.yaml", deployment + "accounts: [ { name: A, password: b } ]\n"),
                Arguments.of("ci/targets/x.yaml", deployment + "accounts: [ { password-from: B } ]\n"),
                Arguments.of("ci/targets/x.yaml", deployment + "accounts: [ { name: A, password-from: b c } ]\n"),
                Arguments.of("ci/targets/x.yaml", deployment + "accounts: [ { file: A, name: b } ]\n"),
                Arguments.of("ci/targets/x.yaml", deployment + "at-once: 0\n"),
                Arguments.of("ci/targets/x.yaml", deployment + "rate-limit: 0\n"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\nrequired: [ { scheme: http } ]\n"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\nrequired: { scenario: good, scheme: gopher }\n"),
                Arguments.of("ci/targets/flows/x.yaml", flows),
                Arguments.of("ci/targets/flows/x.yaml", flows + "  a: { does: [] }\n"),
                Arguments.of("ci/targets/flows/x.yaml", flows + "  a: { does: [ { opn: / } ] }\n"),
                Arguments.of("ci/targets/flows/x.yaml", flows + "  a: { does: [ { fill: a } ] }\n"),
                Arguments.of("ci/targets/flows/x.yaml", flows + "  a: { does: [ { open: /, fields: { a: b } } ] }\n"),
                Arguments.of(
                        "ci/targets/flows/x.yaml", flows + "  a: { does: [ { open: /, accept: { hass: b } } ] }\n"),
                Arguments.of("ci/targets/flows/x.yaml", flows + "  a: { needs: form, does: [ { open: / } ] }\n"),
                Arguments.of(
                        "ci/targets/flows/x.yaml", flows.replace("page: /, ", "") + "  a: { does: [ { open: / } ] }\n"),
                Arguments.of("ci/x.yaml", "plan: X\n"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\nschemes: gopher\n"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\nretries: -1\n"),
                Arguments.of("ci/x.yaml", "plan: X\ntarget: farm\nscenarios: { a: b }\n"),
                Arguments.of("ci/regressions/x.yaml", "regression: X\nswitches: { central-unstb: skip }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { when: { scheme: http } }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { when: { rol: first }, delay: 1 }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { when: { role: frist }, delay: 1 }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { when: { path-glob: wiki }, delay: 1 }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { when: { nth: 0 }, delay: 1 }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { when: { nth: 2- }, delay: 1 }\n"),
                Arguments.of(
                        "ci/regressions/x.yaml",
                        rule + "  - { when: { request-header: { name: \"a b\" } }, delay: 1 }\n"),
                Arguments.of(
                        "ci/regressions/x.yaml", rule + "  - { when: { request-header: { value: a } }, delay: 1 }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { delay: 10001 }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { set-status: 100 }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { answer: { status: 600 } }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { answer: { headers: [ { name: A } ] } }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { answer: {}, when: { status: 200 } }\n"),
                Arguments.of(
                        "ci/regressions/x.yaml",
                        rule
                                + "  - { rewrite: [ { drop-header: { name: A }, add-header: { name: A, value: b } } ] }\n"),
                Arguments.of(
                        "ci/regressions/x.yaml",
                        rule + "  - { rewrite: [ { drop-header: { name: Content-Length } } ] }\n"),
                Arguments.of("ci/regressions/x.yaml", rule + "  - { rewrite: [ { drop-header: {} } ] }\n"),
                Arguments.of(
                        "ci/regressions/x.yaml",
                        rule + "  - { rewrite: [ { duplicate-header: { name: A, copies: 1001 } } ] }\n"),
                Arguments.of(
                        "ci/regressions/x.yaml",
                        rule + "  - { rewrite: [ { reorder-header: { name: A, to: frist } } ] }\n"),
                Arguments.of(
                        "ci/regressions/x.yaml",
                        rule
                                + "  - { rewrite: [ { replace-in-header: { name: Vary, cookie: a, find: b, with: c } } ] }\n"),
                Arguments.of("ci/known/x.yaml", "issues:\n" + issue),
                Arguments.of("ci/known/x.yaml", known + issue.replace("check: deleted, ", "")),
                Arguments.of("ci/known/x.yaml", known + issue.replace("deleted", "[]")),
                Arguments.of("ci/known/x.yaml", known + issue.replace("owner: a, ", "")),
                Arguments.of("ci/known/x.yaml", known + issue.replace("2027-01-31", "soon")),
                Arguments.of("ci/known/x.yaml", known + issue.replace("owner: a", "owner: a, scheme: gopher")),
                Arguments.of("ci/known/x.yaml", known + issue.replace("owner: a", "owner: a, ownr: a")),
                Arguments.of("scenarios/x.yaml", scenario + "  - visit: { at: [] }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - visit\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - log-in: { at: first }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - log-in: { as: a, at: [first, other] }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - log-in: { as: a, at: first, remember: maybe }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - follow: { link: { txt: a } }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - wait: { for: { at: first } }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - keep-jar:\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - advance-clock: { by: an hour }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - advance-clock: {}\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - reset-sessions: { scope: al }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - reset-sessions: { of: nobody }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - switch-version\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - break: { what: stor }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - break: { what: session, of: a }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - break: { what: session, of: a, kind: odd }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - break: { what: store, how: eror }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - break: { what: store, of: alice }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - break: { what: replies }\n"),
                Arguments.of(
                        "scenarios/x.yaml",
                        scenario + "  - advance-clock: { by: 1 s }\n    expect: { signed-in-as: alice }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - restart-user-agent: { hard: true }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - visit: { at: first }\n    schem: http\n"),
                Arguments.of(
                        "scenarios/x.yaml", scenario + "  - visit: { at: first }\n    expect: { counter: first }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - visit: { at: first }\n    expect: { log: {} }\n"),
                Arguments.of(
                        "scenarios/x.yaml",
                        scenario + "  - visit: { at: first }\n    expect: { signed-in-as: { at: first } }\n"),
                Arguments.of(
                        "scenarios/x.yaml",
                        scenario
                                + "  - visit: { at: first }\n    expect: { holds: { cookies: hint, at: first, for: years } }\n"),
                Arguments.of(
                        "scenarios/x.yaml",
                        scenario
                                + "  - visit: { at: first }\n    expect: { holds: { cookies: hint, at: first, for: months, none: true } }\n"),
                Arguments.of(
                        "scenarios/x.yaml",
                        scenario
                                + "  - visit: { at: first }\n    expect: { response: { from: first, status: many } }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - expect: [ { page: a }, { page: b } ]\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - expect: { page: { show: a } }\n"),
                Arguments.of("scenarios/x.yaml", scenario + "  - {}\n"),
                Arguments.of("scenarios/fragments/x.yaml", "parameters: a\nsteps: [ { visit: { at: \"${a}\" } } ]\n"),
                Arguments.of("scenarios/fragments/x.yaml", "fragment: A\n"),
                Arguments.of(
                        "scenarios/fragments/x.yaml", "fragment: A\nparameters: 1st\nsteps: [ go-back: \"${1st}\" ]\n"),
                Arguments.of("scenarios/fragments/x.yaml", "fragment: A\nsource: T1\nsteps: [ go-back ]\n"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("furtherMistakes")
    void whatTheReaderRefusesTheSchemaRefuses(String file, String text) throws IOException {
        assertThat(problemsOfTheReader(file, text))
                .as("of the reader")
                .anySatisfy(p -> assertThat(p.at().file()).endsWith("x.yaml"));
        assertThat(SCHEMAS.messages(ProjectSchemas.of(Path.of(file)), text))
                .as("of the schema")
                .isNotEmpty();
    }

    private List<Problem> problemsOfTheReader(String file, String text) throws IOException {
        SmallProject.in(project);
        Files.createDirectories(project.resolve(file).getParent());
        Files.writeString(project.resolve(file), text);
        if (file.startsWith("ci/targets/flows/")) {
            Files.writeString(
                    project.resolve("ci/targets/y.yaml"),
                    "target: Y\nprovider: farm\nflows: flows/x.yaml\nsites: { first: a.test }\n");
        }
        if (file.startsWith("scenarios/fragments/")) {
            Files.writeString(
                    project.resolve("scenarios/y.yaml"),
                    "scenario: Y\nsource: T1\nsteps: [ { include: { fragment: x, with: { a: first } } } ]\n");
        }
        try {
            new Planner(new Project(project), Catalog.load()).validate(Optional.empty());
            return List.of();
        } catch (InvalidFilesException e) {
            return e.problems();
        }
    }
}
