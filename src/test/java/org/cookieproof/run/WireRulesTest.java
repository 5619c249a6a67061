package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.tap.WireRule;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of rewriting rules, and what is said of mistakes in it. */
class WireRulesTest {

    private static final Sites SITES = new Sites(Map.of(Role.FIRST, "first.test", Role.CENTRAL, "central.test"));

    private final Problems problems = new Problems();

    private List<WireRule> bind(String file) {
        return YamlFile.parse("r.yaml", file, problems)
                .map(m -> WireRules.bind(
                        "r", new Fields(m, "a file", problems).list("wire"), Optional.of(SITES), problems))
                .orElse(List.of());
    }

    @Test
    void everyExampleOfTheReadmeIsARule() throws IOException {
        String readme = Files.readString(Path.of("ci/regressions/README.md"));
        List<String> examples = Pattern.compile("```yaml\n(regression:.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
        assertThat(examples)
                .hasSizeGreaterThan(3)
                .allSatisfy(example -> assertThat(bind(example)).isNotEmpty());
        assertThat(problems.sorted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{ rewrite: [ { add-header: { name: Content-Length, value: 1 } } ] } | a rule cannot change Content-Length",
                "{ rewrite: [ { add-header: { name: X Y, value: 1 } } ] } | not the name of a header field: 'X Y'",
                "{ rewrite: [ { ad-header: { name: X, value: 1 } } ] } | did you mean 'add-header'?",
                "{ rewrite: [ { add-header: { value: 1 } } ] } | 'add-header' needs 'name:'",
                "{ rewrite: [ { replace-in-header: { name: X, find: '(a)', with: $2 } } ] } | does not fit",
                "{ rewrite: [ { reorder-header: { name: X, to: front } } ] } | unknown order 'front'",
                "{ delay: 20000 } | a delay is at most 10000 ms, not 20000",
                "{ delay: soon } | 'delay' must be a whole number",
                "{ set-status: 100 } | a final status is from 200 to 599, not 100",
                "{ answer: { status: 204, body: x } } | a response with status 204 has no body",
                "{ answer: { status: 403 }, when: { status: 200 } } | cannot depend on its response",
                "{ when: { role: other }, delay: 1 } | no site in the role 'other'",
                "{ when: { role: centrl }, delay: 1 } | unknown role 'centrl'; did you mean 'central'?",
                "{ when: { nth: 0 }, delay: 1 } | 'nth:' is a number from 1, '2+' or '2-4', not '0'",
                "{ when: { path-glob: w/*.php }, delay: 1 } | starts with '/'",
                "{ when: { request-has-cookie: maybe }, delay: 1 } | must be true or false",
                "{ when: { request-header: { name: X, valu: y } }, delay: 1 } | did you mean 'value'?",
                "{ when: { method: GET } } | else it changes nothing",
            })
    void aMistakeIsToldWithItsPlaceAndRemedy(String rule, String message) {
        bind("wire: [ " + rule + " ]");
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).startsWith("r.yaml:1:").contains(message));
    }
}
