package org.cookieproof.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/**
 * Which target, variants, scenarios, profiles and schemes, and what is required.
 *
 * @param target    a name, or {@value #ANY_TARGET}
 * @param variants  of the target, in order: a cell runs under the first that has what its scenario requires
 * @param scenarios globs of scenario ids ({@code logout/*}); empty means all
 * @param profiles  globs of profile ids; empty means all
 * @param tags      scenarios with any of these; empty means whatever their tags
 * @param required  scenarios of which at least one cell each must have run, under each scheme that is named: not-run is
 *                  then an error
 * @param stages    by name, in order: cells each of which must have run and passed before a stage of a deployment
 * @param gates     by signal of the target: how far it may move during a run
 * @param rateLimit requests a second to all of the target at most, where its own limit is not lower; 0 for none
 * @param jobs      cells at once; 0 for as many as processors and free memory allow
 * @param cellTimeLimit how long one cell may take, from the start of its user agent; then it is cut off as broken
 * @param failFast  whether the first cell that fails or breaks ends the run
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
        List<CellPattern> required,
        Map<String, List<CellPattern>> stages,
        Map<String, SignalGate> gates,
        int rateLimit,
        int jobs,
        boolean failFast,
        Duration cellTimeLimit,
        int retries,
        List<YamlNode.Scalar> known) {

    /** Stands for a target in a plan that is meant for whichever one names. */
    public static final String ANY_TARGET = "any";

    private static final String EMBEDDED = "farm";

    /** In seconds: several times what the slowest of our scenarios takes on a busy machine. */
    private static final int USUAL_CELL_TIME_LIMIT = 300;

    public Plan {
        Objects.requireNonNull(name);
        variants = List.copyOf(variants);
        scenarios = List.copyOf(scenarios);
        profiles = List.copyOf(profiles);
        tags = Set.copyOf(tags);
        schemes = Set.copyOf(schemes);
        required = List.copyOf(required);
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        gates = Map.copyOf(gates);
        known = List.copyOf(known);
    }

    /** The plan; empty when the file cannot be used, and then {@code problems} says why. */
    public static Optional<Plan> read(Path file, Problems problems) {
        return YamlFile.read(file, problems).map(m -> plan(file, new Fields(m, "a plan", problems), problems));
    }

    /** Whether it holds, with all that it requires, for whichever target is named. */
    public boolean isForAnyTarget() {
        return target.equals(ANY_TARGET);
    }

    /** What is played where no other is asked for. */
    public String usualTarget() {
        return isForAnyTarget() ? EMBEDDED : target;
    }

    /** Without its own choice of scenarios, profiles and schemes. */
    public Plan ofAllCells() {
        return new Plan(
                name,
                title,
                target,
                variants,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(Scheme.values()),
                required,
                stages,
                gates,
                rateLimit,
                jobs,
                failFast,
                cellTimeLimit,
                retries,
                known);
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
                CellPattern.required(fields, problems),
                stages(fields, problems),
                gates(fields, problems),
                fields.number("rate-limit", 0),
                fields.number("jobs", 0),
                fields.flag("fail-fast", false),
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

    private static Map<String, List<CellPattern>> stages(Fields fields, Problems problems) {
        Map<String, List<CellPattern>> stages = new LinkedHashMap<>();
        fields.mapping("stages")
                .ifPresent(m -> m.entries().forEach(e -> {
                    List<YamlNode> cells =
                            e.value() instanceof YamlNode.Sequence list ? list.items() : List.of(e.value());
                    if (cells.isEmpty() || (e.value() instanceof YamlNode.Scalar s && s.isNull())) {
                        problems.add(
                                e.key().at(),
                                "a stage that names no cell would pass unseen; name what must have passed");
                        return;
                    }
                    stages.put(e.key().text(), CellPattern.ofStage(cells, problems));
                }));
        return stages;
    }

    private static Map<String, SignalGate> gates(Fields fields, Problems problems) {
        Map<String, SignalGate> gates = new LinkedHashMap<>();
        fields.fields("gates", "gates").ifPresent(g -> {
            g.mapping("signals")
                    .ifPresent(m -> m.entries()
                            .forEach(e -> Fields.mapping("a gate", e.value(), problems)
                                    .ifPresent(v -> gates.put(
                                            e.key().text(),
                                            SignalGate.read(e.key(), new Fields(v, "a gate", problems), problems)))));
            g.end();
        });
        return gates;
    }
}
