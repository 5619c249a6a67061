package org.cookieproof.shard;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/** {@code ci/times/PLAN.json}: the times that a plan's parts are balanced by. */
public final class CellTimesFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Longer than a cell may take. */
    private static final double MOST = 1e9;

    private static final String RUN = "recorded";
    private static final String PROFILES = "profiles";
    private static final String SCENARIOS = "scenarios";

    private final Problems problems;

    private CellTimesFile(Problems problems) {
        this.problems = problems;
    }

    /**
     * Writes it.
     *
     * @param run the id of the run that took these times
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(Path file, CellTimes times, String run) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put(RUN, "in run " + run + ", by ./cookieproof report --record-times");
        ObjectNode profiles = node.putObject(PROFILES);
        times.profiles().forEach((id, means) -> {
            ObjectNode of = profiles.putObject(id.value());
            means.forEach((scheme, millis) -> of.put(scheme.wireName(), millis));
        });
        ObjectNode scenarios = node.putObject(SCENARIOS);
        times.scenarios().forEach((id, factor) -> scenarios.put(id.value(), factor));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Reads it; empty when it cannot be used, and then {@code problems} says why and where. */
    public static Optional<CellTimes> read(Path file, Problems problems) {
        // JSON is YAML, and the reader of that knows where everything stands.
        return YamlFile.read(file, problems).map(new CellTimesFile(problems)::times);
    }

    private CellTimes times(YamlNode.Mapping file) {
        file.entries().stream()
                .map(YamlNode.Entry::key)
                .filter(k -> !List.of(RUN, PROFILES, SCENARIOS).contains(k.text()))
                .forEach(k -> problems.add(k.at(), Words.unknown("key", k.text(), List.of(RUN, PROFILES, SCENARIOS))));
        Map<ProfileId, Map<Scheme, Long>> profiles = new HashMap<>();
        for (YamlNode.Entry entry : entries(file, PROFILES)) {
            profiles.put(new ProfileId(entry.key().text()), means(entry));
        }
        Map<ScenarioId, Double> scenarios = new HashMap<>();
        for (YamlNode.Entry entry : entries(file, SCENARIOS)) {
            number(entry.value())
                    .ifPresent(n -> scenarios.put(new ScenarioId(entry.key().text()), n));
        }
        return new CellTimes(profiles, scenarios);
    }

    private List<YamlNode.Entry> entries(YamlNode.Mapping file, String key) {
        Optional<YamlNode> node = file.get(key);
        if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
            return mapping.entries();
        }
        problems.add(
                node.map(YamlNode::at).orElse(file.at()),
                "'" + key + "' must be a mapping of ids to times; './cookieproof report --record-times' writes it");
        return List.of();
    }

    private Map<Scheme, Long> means(YamlNode.Entry profile) {
        Map<Scheme, Long> means = new HashMap<>();
        if (!(profile.value() instanceof YamlNode.Mapping mapping)) {
            problems.add(profile.value().at(), "expected milliseconds by scheme, as { \"https\": 120 }");
            return means;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            Optional<Scheme> scheme = Scheme.named(entry.key().text());
            if (scheme.isEmpty()) {
                problems.add(
                        entry.key().at(), Words.unknown("scheme", entry.key().text(), List.of("http", "https")));
                continue;
            }
            number(entry.value()).ifPresent(n -> means.put(scheme.get(), Math.max(1, Math.round(n))));
        }
        return means;
    }

    private Optional<Double> number(YamlNode node) {
        OptionalDouble number = node instanceof YamlNode.Scalar s ? parsed(s.text()) : OptionalDouble.empty();
        if (number.isEmpty() || !(number.getAsDouble() > 0 && number.getAsDouble() < MOST)) {
            problems.add(node.at(), "expected a number above 0, and below a billion");
            return Optional.empty();
        }
        return Optional.of(number.getAsDouble());
    }

    private static OptionalDouble parsed(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
