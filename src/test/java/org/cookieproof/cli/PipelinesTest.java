package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The examples of pipelines are YAML, and what they call is there. */
class PipelinesTest {

    static List<Path> pipelines() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ci/pipelines"))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).hasSizeGreaterThan(1);
            return all;
        }
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void everyCommandOfAPipelineIsOneThatWeTakeAndNamesAPlanThatIsThere(Path pipeline) {
        Problems problems = new Problems();
        YamlNode.Mapping yaml = YamlFile.read(pipeline, problems).orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        List<String> calls = calls(yaml);
        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            List<String> words = words(call);
            assertThat(words).startsWith("./cookieproof", "--yes");
            CommandLine.ParseResult parsed =
                    Main.commandLine().parseArgs(words.subList(2, words.size()).toArray(String[]::new));
            Object plan = parsed.subcommand().matchedOptionValue("--plan", "local");
            assertThat(Path.of("ci", plan + ".yaml")).exists();
        });
        assertThat(texts(yaml)).anyMatch(t -> t.startsWith("reports/"));
    }

    /** What CI does not play each time is played at night, or nowhere. */
    @ParameterizedTest
    @MethodSource("pipelines")
    void theNightPlaysTheFarmAndKeycloakAndEachVariantOfMediaWiki(Path pipeline) {
        Problems problems = new Problems();
        List<String> calls = calls(YamlFile.read(pipeline, problems).orElseThrow());
        List<String> variants = new ArrayList<>(YamlFile.read(Path.of("ci/targets/mediawiki.yaml"), problems)
                .map(m -> new Fields(m, "a target", problems))
                .flatMap(f -> f.mapping("variants"))
                .orElseThrow()
                .entries()
                .stream()
                .map(e -> e.key().text())
                .toList());
        assertThat(variants)
                .hasSize(7)
                .allSatisfy(variant -> assertThat(calls)
                        .anyMatch(c -> c.matches(".* --plan mediawiki-all --variant " + variant + "( .*)?")));
        assertThat(calls)
                .anyMatch(c -> c.matches(".* --plan mediawiki-all( --format \\w+)?"))
                .anyMatch(c -> c.contains("--plan nightly --target farm"))
                .anyMatch(c -> c.contains("--plan nightly --target keycloak"));
    }

    /** One for each line of the matrix that it names. */
    private static List<String> calls(YamlNode yaml) {
        List<String> lines = texts(yaml).filter(t -> t.startsWith("--plan ")).toList();
        assertThat(lines).hasSizeGreaterThan(8);
        return texts(yaml)
                .filter(t -> t.startsWith("./cookieproof"))
                .flatMap(t -> t.contains(" $RUN") || t.contains("${{ matrix.run }}")
                        ? lines.stream()
                                .map(l -> t.replace("${{ matrix.run }}", l).replace("$RUN", l))
                        : Stream.of(t))
                .toList();
    }

    /** As a shell reads them where the variables have their usual values. */
    private static List<String> words(String call) {
        String plain = call.replace("\"$COOKIEPROOF_TARGET\"", "farm")
                .replace("\"$COOKIEPROOF_PLAN\"", "predeploy")
                .replace("${STAGE:+--stage \"$STAGE\"}", "--stage group0");
        assertThat(plain).doesNotContain("$");
        return new ArrayList<>(Arrays.asList(plain.split(" ")));
    }

    private static Stream<String> texts(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().stream().flatMap(e -> texts(e.value()));
        }
        return node instanceof YamlNode.Sequence list
                ? list.items().stream().flatMap(PipelinesTest::texts)
                : Stream.of(((YamlNode.Scalar) node).text());
    }
}
