package org.cookieproof.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/**
 * Which target, variants, scenarios, profiles and schemes, and what is required.
 *
 * @param variants  of the target, in order: a cell runs under the first that has what its scenario requires
 * @param scenarios globs of scenario ids ({@code logout/*}); empty means all
 * @param profiles  globs of profile ids; empty means all
 * @param tags      scenarios with any of these; empty means whatever their tags
 * @param required  of which at least one cell each must have run: not-run is then an error
 * @param jobs      cells at once; 0 for as many as there are processors
 * @param cellTimeLimit how long one cell may take, from the start of its user agent; then it is cut off as broken
 * @param retries   how often a cell that failed or broke is played again
 * @param known     files of known issues, beside the plan's own file
 */
public record Plan(
        String name,
        String title,
        String target,
        List<String> variants,
        List<YamlNode.Scalar> scenarios,
        List<YamlNode.Scalar> profiles,
        Set<String> tags,
        Set<Scheme> schemes,
        List<Requirement> required,
        int jobs,
        Duration cellTimeLimit,
        int retries,
        List<YamlNode.Scalar> known) {

    /** In seconds: several times what the slowest of our scenarios takes on a busy machine. */
    private static final int USUAL_CELL_TIME_LIMIT = 300;

    /**
     * Scenarios of which at least one cell each must have run.
     *
     * @param scenarios a glob of scenario ids
     * @param scheme    over which; empty for either
     */
    public record Requirement(YamlNode.Scalar scenarios, Optional<Scheme> scheme) {
        public Requirement {
            Objects.requireNonNull(scenarios);
            Objects.requireNonNull(scheme);
        }

        /** Those of a plan: each a glob, or {@code { scenario: GLOB, scheme: http }}. */
        public static List<Requirement> in(Fields plan, Problems problems) {
            return plan.list("required").stream()
                    .flatMap(node -> node instanceof YamlNode.Mapping mapping
                            ? with(new Fields(mapping, "an entry of required", problems), problems).stream()
                            : Stream.of(new Requirement(scalar(node, problems), Optional.empty())))
                    .toList();
        }

        private static List<Requirement> with(Fields fields, Problems problems) {
            List<YamlNode.Scalar> globs = fields.scalars("scenario");
            if (globs.isEmpty()) {
                problems.add(fields.at(), "an entry of required needs 'scenario:', an id or a glob");
            }
            Set<Scheme> schemes = fields.setOf("scheme", "scheme", Scheme::named, List.of("http", "https"));
            fields.end();
            return globs.stream()
                    .flatMap(g -> schemes.isEmpty()
                            ? Stream.of(new Requirement(g, Optional.empty()))
                            : schemes.stream().map(s -> new Requirement(g, Optional.of(s))))
                    .toList();
        }

        private static YamlNode.Scalar scalar(YamlNode node, Problems problems) {
            if (node instanceof YamlNode.Scalar scalar) {
                return scalar;
            }
            problems.add(node.at(), "an entry of required must be text or a mapping, not " + node.kind());
            return new YamlNode.Scalar(node.at(), "**", true);
        }
    }

    public Plan {
        Objects.requireNonNull(name);
        variants = List.copyOf(variants);
        scenarios = List.copyOf(scenarios);
        profiles = List.copyOf(profiles);
        tags = Set.copyOf(tags);
        schemes = Set.copyOf(schemes);
        required = List.copyOf(required);
        known = List.copyOf(known);
    }

    /** The plan; empty when the file cannot be used, and then {@code problems} says why. */
    public static Optional<Plan> read(Path file, Problems problems) {
        return YamlFile.read(file, problems).map(m -> plan(file, new Fields(m, "a plan", problems), problems));
    }

    private static Plan plan(Path file, Fields fields, Problems problems) {
        List<String> variants = fields.texts("variants");
        Plan plan = new Plan(
                file.getFileName().toString().replaceFirst("\\.yaml$", ""),
                fields.text("plan"),
                fields.text("target"),
                variants.isEmpty() ? List.of("default") : variants,
                fields.scalars("scenarios"),
                fields.scalars("profiles"),
                Set.copyOf(fields.texts("tags")),
                fields.node("schemes").isPresent()
                        ? fields.setOf("schemes", "scheme", Scheme::named, List.of("http", "https"))
                        : Set.of(Scheme.values()),
                Requirement.in(fields, problems),
                fields.number("jobs", 0),
                timeLimit(fields),
                fields.number("retries", 0),
                fields.scalars("known"));
        fields.end();
        return plan;
    }

    private static Duration timeLimit(Fields fields) {
        int seconds = fields.number("cell-time-limit", USUAL_CELL_TIME_LIMIT);
        return Duration.ofSeconds(Math.max(1, seconds));
    }
}
