package org.cookieproof.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlFileTest {

    private final Problems problems = new Problems();

    private Optional<YamlNode.Mapping> parse(String text) {
        return YamlFile.parse("x.yaml", text, problems);
    }

    private String onlyProblem() {
        assertThat(problems.sorted()).hasSize(1);
        return problems.sorted().get(0).toString();
    }

    @Test
    void everyNodeKnowsItsLine() {
        YamlNode.Mapping mapping = parse("a: 1\nb:\n  - c\n  - d: e\n").orElseThrow();
        YamlNode.Sequence b = (YamlNode.Sequence) mapping.get("b").orElseThrow();
        assertThat(b.items().get(1).at()).isEqualTo(new Position("x.yaml", 4, 5));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aDuplicateKeyIsToldWithItsSecondLine() {
        parse("a: 1\nb: 2\na: 3\n");
        assertThat(onlyProblem()).isEqualTo("x.yaml:3:1: 'a' is given twice; keep one of the two");
    }

    @Test
    void aBombOfAliasesIsRefusedWhereItStarts() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
        assertThat(parse(bomb)).isEmpty();
        assertThat(onlyProblem()).startsWith("x.yaml:2:8: aliases (*a) are not supported; write the value out");
    }

    @Test
    void aTowerOfBracketsIsRefusedRatherThanOverflowing() {
        assertThat(parse("a: " + "[".repeat(5000) + "]".repeat(5000))).isEmpty();
        assertThat(onlyProblem()).containsPattern("x\\.yaml:1:4[0-9]: nested more than 40 levels deep");
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThat(parse("a: 1\nb: [1, 2\nc: 3\n")).isEmpty();
        assertThat(onlyProblem()).startsWith("x.yaml:3:2: not YAML: ");
    }

    @Test
    void anEmptyFileIsToldSo() {
        assertThat(parse("# nothing\n")).isEmpty();
        assertThat(onlyProblem()).isEqualTo("x.yaml:1:1: the file is empty");
    }

    @Test
    void aListAtTheTopIsToldSo() {
        assertThat(parse("- a\n")).isEmpty();
        assertThat(onlyProblem()).contains("expected a mapping (key: value) at the top, found a list");
    }

    @Test
    void aSecondDocumentIsToldSo() {
        parse("a: 1\n---\nb: 2\n");
        assertThat(onlyProblem()).contains("only one document a file");
    }

    @Test
    void anUnknownKeyIsToldWithTheNearestKnownOne() {
        Fields fields = new Fields(parse("scenari: x\n").orElseThrow(), "a scenario", problems);
        fields.optionalText("scenario");
        fields.end();
        assertThat(onlyProblem())
                .isEqualTo("x.yaml:1:1: unknown key 'scenari'; did you mean 'scenario'? (in a scenario)");
    }

    @Test
    void aWrongTypeIsToldWithWhatItIs() {
        Fields fields = new Fields(parse("scenario: [a]\n").orElseThrow(), "a scenario", problems);
        fields.text("scenario");
        assertThat(onlyProblem()).isEqualTo("x.yaml:1:11: 'scenario' must be text, not a list");
    }
}
