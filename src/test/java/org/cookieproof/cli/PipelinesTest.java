package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
        List<String> calls =
                texts(yaml).filter(t -> t.startsWith("./cookieproof")).toList();
        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            List<String> words = words(call);
            assertThat(words).startsWith("./cookieproof", "--yes");
            String[] arguments = words.subList(2, words.size()).toArray(String[]::new);
            CommandLine.ParseResult parsed = Main.commandLine().parseArgs(arguments);
            Object plan = parsed.subcommand().matchedOptionValue("--plan", "local");
            assertThat(Path.of("ci", plan + ".yaml")).exists();
        });
        assertThat(texts(yaml)).anyMatch(t -> t.startsWith("reports/"));
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
