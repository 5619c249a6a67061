package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.yaml.InvalidFilesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The words that a schema offers are those that the readers take: a reader that meets a word that nobody knows tells all
 * that it does know.
 */
class SchemaWordsTest {

    private static final Catalog CATALOG = Catalog.load();

    /** As far from every word as from every other, so that the reader guesses at none. */
    private static final String NOBODY_KNOWS = "0000";

    private static final Pattern KNOWN = Pattern.compile("'" + NOBODY_KNOWS + "'; known: ([^()]*)");

    /** Kinds of targets that these tests bring along. */
    private static final Set<String> OF_TESTS = Set.of("hostile", "moody", "sick", "silent", "worn");

    private static final String STEPS = "scenario: A\nsource: T1\nsteps:\n";
    private static final String STEP = "/$defs/step/anyOf/1/properties/";
    private static final String EXPECTATION = "/$defs/expectations/properties/";

    @TempDir
    private Path project;

    static Stream<Arguments> scenarios() {
        return Stream.of(
                step("", "0000: {}", "/$defs/step/anyOf/1"),
                step("visit", "visit: { at: first, 0000: x }"),
                step("log-in", "log-in: { as: alice, at: first, 0000: x }"),
                step("log-out", "log-out: { at: first, 0000: x }"),
                step("do", "do: { flow: preview, at: first, 0000: x }"),
                step(
                        "follow",
                        "follow: { link: a, 0000: x }",
                        "follow: { from: first, to: other, how: link, 0000: x }"),
                step("follow/properties/link", "follow: { link: { text: a, 0000: x } }"),
                step("follow/properties/how", "follow: { from: first, to: other, how: 0000 }"),
                step("fill", "fill: { field: a, with: b, 0000: x }"),
                step("request", "request: { at: first, path: /, 0000: x }"),
                step("request/properties/method", "request: { at: first, path: /, method: 0000 }"),
                step("wait", "wait: { for: { signed-in-as: alice, at: first }, 0000: x }"),
                step("wait/properties/for", "wait: { for: { signed-in-as: alice, at: first, 0000: x } }"),
                step("replay", "replay: { jar: a, at: first, 0000: x }"),
                step("set-cookie", "set-cookie: { at: first, line: a=b, 0000: x }"),
                step("block", "block: { at: first, 0000: x }"),
                step("advance-clock", "advance-clock: { by: 1 s, 0000: x }"),
                step("reset-sessions", "reset-sessions: { 0000: x }"),
                step("reset-sessions/properties/scope", "reset-sessions: { scope: 0000 }"),
                step("switch-version", "switch-version: { to: default, 0000: x }"),
                step(
                        "break",
                        "break: { what: session, of: alice, kind: truncated, 0000: x }",
                        "break: { what: store, 0000: x }",
                        "break: { what: replies, by: 1 s, 0000: x }",
                        "break: { what: commits, by: 1 s, 0000: x }"),
                step("break/properties/what", "break: { what: 0000, by: 1 s }"),
                step("break/properties/kind", "break: { what: session, of: alice, kind: 0000 }"),
                step("break/properties/how", "break: { what: store, how: 0000 }"),
                step("include", "include: { fragment: a, 0000: x }"),
                step("by", "visit: { at: first }\n    by: { jar: a, 0000: x }"),
                step("", "capture: { a: { json: b, 0000: x } }", "/$defs/capture"),
                step("", "visit: { at: 0000 }", "/$defs/role"),
                step("", "visit: { at: first }\n    scheme: 0000", "/$defs/scheme"),
                step("", "expect: { 0000: x }", "/$defs/expectations"),
                expectation("signed-in-as", "{ persona: alice, 0000: x }"),
                expectation("deleted", "{ cookies: hint, from: first, 0000: x }"),
                expectation("holds", "{ cookies: hint, at: first, 0000: x }"),
                expectation("set-cookie", "{ cookies: hint, from: first, 0000: x }"),
                expectation("response", "{ from: first, 0000: x }"),
                expectation("page", "{ 0000: x }"),
                expectation("counter", "{ at: first, reads: 1, 0000: x }"),
                expectation("log", "{ shows: a, 0000: x }"),
                step("", "expect: { holds: { cookies: 0000, at: first } }", "/$defs/kindOfCookie"),
                step(
                        "",
                        "expect: { holds: { cookies: hint, at: first, for: 0000 } }",
                        EXPECTATION + "holds/properties/for"),
                step("", "expect: { response: { from: first, initiator: 0000 } }", "/$defs/initiator"),
                step("", "expect: { set-cookie: { cookies: hint, from: first, with: 0000 } }", "/$defs/attribute"),
                row(ProjectSchemas.SCENARIO, "", "scenarios/x.yaml", STEPS + "  - go-back\n0000: x\n"),
                row(
                        ProjectSchemas.SCENARIO,
                        "/$defs/capability",
                        "scenarios/x.yaml",
                        STEPS + "  - go-back\nneeds: 0000\n"),
                row(
                        ProjectSchemas.FRAGMENT,
                        "",
                        "scenarios/fragments/x.yaml",
                        "fragment: A\nsteps: [ go-back ]\n0000: x\n"));
    }

    private static Arguments step(String at, String... steps) {
        boolean elsewhere = at.isEmpty();
        String pointer = elsewhere ? steps[steps.length - 1] : STEP + at;
        return row(
                ProjectSchemas.SCENARIO,
                pointer,
                "scenarios/x.yaml",
                Stream.of(steps)
                        .limit(elsewhere ? 1 : steps.length)
                        .map(s -> STEPS + "  - " + s + "\n")
                        .toArray(String[]::new));
    }

    private static Arguments expectation(String name, String argument) {
        return step("", "expect: { " + name + ": " + argument + " }", EXPECTATION + name);
    }

    private static Arguments row(Path schema, String pointer, String file, String... texts) {
        return Arguments.of(schema, pointer, file, List.of(texts));
    }

    static Stream<Arguments> otherFiles() {
        String profile = "profile: X\nkind: http-client\n";
        String target = "target: X\nflows: flows/mediawiki.yaml\nsites: { first: a.test }\n";
        String farm = target + "provider: farm\n";
        String deployment = target + "provider: deployment\n";
        String plan = "plan: X\ntarget: farm\n";
        String known = "known: X\nissues:\n  - { owner: a, bug: b, reason: c, until: 2027-01-31, ";
        return Stream.of(
                row(ProjectSchemas.PROFILE, "", "browsers/x.yaml", profile + "driver: okhttp\n0000: x\n"),
                row(ProjectSchemas.PROFILE, "/$defs/driver", "browsers/x.yaml", profile + "driver: 0000\n"),
                row(
                        ProjectSchemas.PROFILE,
                        "/$defs/setting",
                        "browsers/x.yaml",
                        CATALOG.drivers().keySet().stream()
                                .filter(d -> !OF_TESTS.contains(d))
                                .map(d -> profile + "driver: " + d + "\nsettings: { 0000: x }\n")
                                .toArray(String[]::new)),
                row(ProjectSchemas.PROFILE, "/properties/kind", "browsers/x.yaml", "kind: 0000\n"),
                row(ProjectSchemas.PROFILE, "/$defs/capability", "browsers/x.yaml", profile + "can: 0000\n"),
                row(
                        ProjectSchemas.PROFILE,
                        "/properties/deviations/items",
                        "browsers/x.yaml",
                        profile + "deviations: [ { is: ignores-path, source: a, 0000: x } ]\n"),
                row(
                        ProjectSchemas.PROFILE,
                        "/$defs/difference",
                        "browsers/x.yaml",
                        profile + "differs: [ { on: value/comma, source: a, 0000: x } ]\n"),
                row(
                        ProjectSchemas.FAMILY,
                        "",
                        "browsers/families/x.yaml",
                        "family: X\ndiffers: [ { on: a/b, answers: c, source: d } ]\n0000: x\n"),
                row(
                        ProjectSchemas.FAMILY,
                        "/properties/differs/items",
                        "browsers/families/x.yaml",
                        "family: X\ndiffers: [ { on: a/b, answers: c, source: d, 0000: x } ]\n"),
                row(
                        ProjectSchemas.PROFILE,
                        "/properties/parses-cookies",
                        "browsers/x.yaml",
                        "profile: X\nkind: browser\nparses-cookies: { by: a, debian: b, 0000: x }\n"),
                row(
                        ProjectSchemas.PROFILE,
                        "/properties/held-against/items",
                        "browsers/x.yaml",
                        "profile: X\nkind: model\nheld-against: [ { profile: none, because: a, 0000: x } ]\n"),
                row(
                        ProjectSchemas.PROFILE,
                        "/$defs/deviation",
                        "browsers/x.yaml",
                        profile + "deviations: [ { is: 0000, source: a } ]\n"),
                row(ProjectSchemas.TARGET, "", "ci/targets/x.yaml", farm + "0000: x\n"),
                row(ProjectSchemas.TARGET, "/$defs/provider", "ci/targets/x.yaml", target + "provider: 0000\n"),
                row(ProjectSchemas.TARGET, "/$defs/role", "ci/targets/x.yaml", "sites: { 0000: a.test }\n"),
                row(ProjectSchemas.TARGET, "/properties/sites", "ci/targets/x.yaml", "sites: { 0000: a.test }\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/properties/variants/additionalProperties",
                        "ci/targets/x.yaml",
                        farm + "variants: { a: { 0000: x } }\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/properties/cookies/items",
                        "ci/targets/x.yaml",
                        farm + "cookies: [ { name: a, is: hint, 0000: x } ]\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/$defs/kindOfCookie",
                        "ci/targets/x.yaml",
                        farm + "cookies: [ { name: a, is: 0000 } ]\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/properties/exceptions/items",
                        "ci/targets/x.yaml",
                        farm + "exceptions: [ { check: a, reason: b, source: c, 0000: x } ]\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/$defs/check",
                        "ci/targets/x.yaml",
                        farm + "exceptions: [ { check: 0000, reason: b, source: c } ]\n"),
                row(ProjectSchemas.TARGET, "/$defs/scheme", "ci/targets/x.yaml", farm + "schemes: 0000\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/properties/schemes/anyOf/1",
                        "ci/targets/x.yaml",
                        farm + "schemes: { 0000: http }\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/properties/request-headers/items",
                        "ci/targets/x.yaml",
                        farm + "request-headers: [ { name: A, value: b, at: first, 0000: x } ]\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/properties/request-headers/items/properties/answered-by",
                        "ci/targets/x.yaml",
                        farm
                                + "request-headers: [ { name: A, value: b, at: first,"
                                + " answered-by: { header: A, matches: b, 0000: x } } ]\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/properties/accounts/items",
                        "ci/targets/x.yaml",
                        deployment + "accounts: [ { name: A, password-from: B, 0000: x } ]\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/properties/signals/additionalProperties",
                        "ci/targets/x.yaml",
                        farm + "signals: { a: { metrics: /m, counts: a, 0000: x } }\n"),
                row(
                        ProjectSchemas.TARGET,
                        "/properties/signals/additionalProperties/properties/absent",
                        "ci/targets/x.yaml",
                        farm + "signals: { a: { metrics: /m, counts: a, absent: 0000 } }\n"),
                row(ProjectSchemas.PLAN, "", "ci/x.yaml", plan + "0000: x\n"),
                row(ProjectSchemas.PLAN, "/properties/schemes", "ci/x.yaml", plan + "schemes: 0000\n"),
                row(
                        ProjectSchemas.PLAN,
                        "/$defs/cell",
                        "ci/x.yaml",
                        plan + "stages: { a: [ { scenario: good, 0000: x } ] }\n"),
                row(
                        ProjectSchemas.PLAN,
                        "/$defs/requirement",
                        "ci/x.yaml",
                        plan + "required: [ { scenario: good, 0000: x } ]\n"),
                row(
                        ProjectSchemas.PLAN,
                        "/$defs/requirement/properties/scheme",
                        "ci/x.yaml",
                        plan + "required: [ { scenario: good, scheme: 0000 } ]\n"),
                row(
                        ProjectSchemas.PLAN,
                        "/$defs/cell/properties/scheme",
                        "ci/x.yaml",
                        plan + "stages: { a: [ { scenario: good, scheme: 0000 } ] }\n"),
                row(ProjectSchemas.PLAN, "/properties/gates", "ci/x.yaml", plan + "gates: { 0000: x }\n"),
                row(
                        ProjectSchemas.PLAN,
                        "/properties/gates/properties/signals/additionalProperties",
                        "ci/x.yaml",
                        plan + "gates: { signals: { a: { most: 1, 0000: x } } }\n"),
                row(ProjectSchemas.KNOWN, "", "ci/known/x.yaml", "known: X\n0000: x\n"),
                row(
                        ProjectSchemas.KNOWN,
                        "/properties/issues/items",
                        "ci/known/x.yaml",
                        known + "check: a, 0000: x }\n"),
                row(ProjectSchemas.KNOWN, "/$defs/findingName", "ci/known/x.yaml", known + "check: 0000 }\n"));
    }

    static Stream<Arguments> flows() {
        String head = "flows-of: X\nwho-am-i: { page: /, api: /api, name: /name, nobody: /anon }\n";
        String action = head + "flows: { a: { does: [ { ";
        String end = ", 0000: x } ] } }\n";
        return Stream.of(
                        row(ProjectSchemas.FLOWS, "", "", head + "flows: { a: { does: [ open: / ] } }\n0000: x\n"),
                        row(
                                ProjectSchemas.FLOWS,
                                "/properties/who-am-i",
                                "",
                                head.replace("page:", "0000: x, page:") + "flows: { a: { does: [ open: / ] } }\n"),
                        row(
                                ProjectSchemas.FLOWS,
                                "/$defs/flow",
                                "",
                                head + "flows: { a: { does: [ open: / ]" + ", 0000: x } }\n"),
                        row(ProjectSchemas.FLOWS, "/$defs/whoAmI", "", """
                                flows-of: X
                                who-am-i: { page: /, at: { central: { page: /, 0000: x } } }
                                flows: { a: { does: [ open: / ] } }
                                """),
                        row(ProjectSchemas.FLOWS, "/$defs/role", "", head + "flows: { a: { at: 0000 } }\n"),
                        row(ProjectSchemas.FLOWS, "/$defs/capability", "", head + "flows: { a: { needs: 0000 } }\n"),
                        row(ProjectSchemas.FLOWS, "/$defs/action/oneOf", "", action + "0000: x } ] } }\n"),
                        row(ProjectSchemas.FLOWS, "/$defs/action/oneOf/0", "", action + "open: /" + end),
                        row(ProjectSchemas.FLOWS, "/$defs/action/oneOf/1", "", action + "submit: form" + end),
                        row(ProjectSchemas.FLOWS, "/$defs/action/oneOf/2", "", action + "fill: a, value: b" + end),
                        row(ProjectSchemas.FLOWS, "/$defs/action/oneOf/3", "", action + "follow: a" + end),
                        row(ProjectSchemas.FLOWS, "/$defs/action/oneOf/4", "", action + "get: /" + end),
                        row(ProjectSchemas.FLOWS, "/$defs/action/oneOf/5", "", action + "post: /" + end),
                        row(
                                ProjectSchemas.FLOWS,
                                "/$defs/pageCondition",
                                "",
                                action + "open: /, accept: { 0000: x } } ] } }\n"))
                .map(a -> row(ProjectSchemas.FLOWS, a.get()[1].toString(), "ci/targets/flows/mediawiki.yaml", text(a)));
    }

    private static String text(Arguments row) {
        return ((List<?>) row.get()[3]).get(0).toString();
    }

    static Stream<Arguments> regressions() {
        String head = "regression: X\nsource: T1\n";
        String rule = head + "wire:\n  - { delay: 1, ";
        String rewrite = head + "wire:\n  - rewrite: [ { ";
        return Stream.concat(
                Stream.of(
                        regression("", head + "switches: { central-unstub: skip }\n0000: x\n"),
                        regression("/properties/switches", head + "switches: { 0000: skip }\n"),
                        regression("/$defs/rule", rule + "0000: x }\n"),
                        regression("/$defs/when", rule + "when: { 0000: x } }\n"),
                        regression("/$defs/role", rule + "when: { role: 0000 } }\n"),
                        regression("/$defs/when/properties/scheme", rule + "when: { scheme: 0000 } }\n"),
                        regression("/$defs/fieldTest", rule + "when: { request-header: { name: A, 0000: x } } }\n"),
                        regression("/$defs/answer", rule + "answer: { 0000: x } }\n"),
                        regression(
                                "/$defs/answer/properties/headers/items",
                                rule + "answer: { headers: [ { name: A, value: b, 0000: x } ] } }\n"),
                        regression("/$defs/rewrite", rewrite + "0000: {} } ]\n"),
                        regression(
                                "/$defs/rewrite/properties/reorder-header/properties/to",
                                rewrite + "reorder-header: { name: A, to: 0000 } } ]\n")),
                Stream.of(
                                "append-to-set-cookie: { suffix: a",
                                "add-header: { name: A, value: b",
                                "drop-header: { name: A",
                                "replace-header: { name: A, value: b",
                                "replace-in-header: { name: A, find: b, with: c",
                                "duplicate-header: { name: A",
                                "reorder-header: { name: A",
                                "fold-header: { name: A")
                        .map(r -> regression(
                                "/$defs/rewrite/properties/" + r.split(":", 2)[0], rewrite + r + ", 0000: x } } ]\n")));
    }

    private static Arguments regression(String pointer, String text) {
        return row(ProjectSchemas.REGRESSION, pointer, "ci/regressions/x.yaml", text);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"scenarios", "otherFiles", "flows", "regressions"})
    void offersJustTheWordsThatTheReaderKnows(Path schema, String pointer, String file, List<String> texts)
            throws IOException {
        Set<String> ofReader = new TreeSet<>();
        for (String text : texts) {
            ofReader.addAll(knownToTheReader(file, text));
        }
        assertThat(words(ProjectSchemas.read(schema).at(pointer))).containsExactlyInAnyOrderElementsOf(ofReader);
    }

    @Test
    void everyClosedListOfKeysIsHeldAgainstItsReader() {
        Set<String> held = Stream.of(scenarios(), otherFiles(), flows(), regressions())
                .flatMap(rows -> rows)
                .map(row -> row.get()[0] + " " + row.get()[1])
                .collect(Collectors.toSet());
        ProjectSchemas.ALL.forEach(schema -> {
            List<String> closed = new ArrayList<>();
            closed(ProjectSchemas.read(schema), "", closed);
            assertThat(closed).allSatisfy(pointer -> assertThat(held).contains(schema + " " + pointer));
        });
    }

    private static void closed(JsonNode node, String at, List<String> pointers) {
        if (node.path("additionalProperties").isBoolean()) {
            pointers.add(at);
        }
        node.properties().forEach(f -> closed(f.getValue(), at + "/" + f.getKey(), pointers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            closed(node.get(i), at + "/" + i, pointers);
        }
    }

    /** The three whose vocabulary the catalog has, held against it as well. */
    @Test
    void verbsExpectationsAndChecksAreThoseOfTheCatalog() {
        JsonNode scenario = ProjectSchemas.read(ProjectSchemas.SCENARIO);
        assertThat(words(scenario.at("/$defs/step/anyOf/1")))
                .containsAll(CATALOG.verbs().keySet());
        assertThat(words(scenario.at("/$defs/expectations")))
                .containsExactlyInAnyOrderElementsOf(CATALOG.expectations().keySet());
        assertThat(words(ProjectSchemas.read(ProjectSchemas.TARGET).at("/$defs/check")))
                .containsExactlyInAnyOrderElementsOf(
                        CATALOG.checks().stream().map(c -> c.id()).toList());
    }

    private Set<String> knownToTheReader(String file, String text) throws IOException {
        SmallProject.in(project);
        Path written = project.resolve(file);
        Files.createDirectories(written.getParent());
        Files.writeString(written, text);
        try {
            new Planner(new Project(project), CATALOG).validate(Optional.empty());
        } catch (InvalidFilesException e) {
            Matcher known = KNOWN.matcher(String.valueOf(e.getMessage()));
            assertThat(known.find())
                    .as("a known word is told: %s", e.getMessage())
                    .isTrue();
            Set<String> words = new TreeSet<>(List.of(known.group(1).strip().split(",\\s*")));
            words.removeIf(w -> w.startsWith("flow-")); // the flows of the targets that are there
            words.removeAll(OF_TESTS);
            return words;
        }
        throw new AssertionError("the reader took " + text);
    }

    /** The modifiers of a step stand among its verbs. */
    private static Set<String> words(JsonNode node) {
        Set<String> words = new TreeSet<>();
        if (node.has("enum")) {
            node.get("enum").forEach(w -> words.add(w.asText()));
        } else if (node.has("properties")) {
            node.get("properties").fieldNames().forEachRemaining(words::add);
            if (words.contains("for-each")) {
                words.removeAll(Set.of("by", "scheme"));
            }
        } else if (node.has("pattern") && node.get("pattern").asText().startsWith("^(")) {
            String alternatives = node.get("pattern").asText();
            words.addAll(
                    List.of(alternatives.substring(2, alternatives.indexOf(')')).split("\\|")));
        } else if (node.isArray()) {
            node.forEach(n -> words.add(n.at("/required/0").asText()));
        } else {
            node.path("anyOf").forEach(n -> words.addAll(words(n)));
        }
        return words;
    }
}
