package org.cookieproof.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/**
 * Cells as a plan names several at once.
 *
 * @param at        where the entry begins
 * @param scenarios globs of scenario ids; at least one
 * @param profiles  globs of profile ids; empty for all
 * @param schemes   empty for those that the scenario has
 * @param targets   to which it applies; empty for any
 * @param where     traits, with their values, of the kind of service that it is asked of; empty for any kind
 */
public record CellPattern(
        Position at,
        List<YamlNode.Scalar> scenarios,
        List<YamlNode.Scalar> profiles,
        Set<Scheme> schemes,
        List<YamlNode.Scalar> targets,
        Map<String, String> where) {

    private static final List<String> SCHEMES = List.of("http", "https");

    public CellPattern {
        Objects.requireNonNull(at);
        scenarios = List.copyOf(scenarios);
        profiles = List.copyOf(profiles);
        schemes = Set.copyOf(schemes);
        targets = List.copyOf(targets);
        where = Map.copyOf(where);
    }

    /** Whether it says something of this target. */
    public boolean appliesTo(String target) {
        return targets.isEmpty() || targets.stream().anyMatch(t -> t.text().equals(target));
    }

    /**
     * Whether a service of these traits is of the kind that it is asked of. Only one that says otherwise is not: of a
     * target that is silent on a trait it is asked, or what somebody forgot to write would excuse him (T50501).
     */
    public boolean asksOf(Map<String, String> traits) {
        return where.entrySet().stream()
                .allMatch(w -> traits.getOrDefault(w.getKey(), w.getValue()).equals(w.getValue()));
    }

    /** What {@code required:} has; an entry is a glob of scenario ids, or a mapping that says more. */
    static List<CellPattern> required(Fields fields, Problems problems) {
        return all(fields.list("required"), "required", true, problems);
    }

    /** The cells of a stage, which are what they are on any target. */
    static List<CellPattern> ofStage(List<YamlNode> nodes, Problems problems) {
        return all(nodes, "stages", false, problems);
    }

    private static List<CellPattern> all(List<YamlNode> nodes, String key, boolean ofTargets, Problems problems) {
        List<CellPattern> patterns = new ArrayList<>();
        for (YamlNode node : nodes) {
            if (node instanceof YamlNode.Scalar glob) {
                patterns.add(new CellPattern(glob.at(), List.of(glob), List.of(), Set.of(), List.of(), Map.of()));
            } else {
                Fields.mapping("an entry of '" + key + "'", node, problems)
                        .ifPresent(m ->
                                patterns.add(pattern(new Fields(m, "an entry of '" + key + "'", problems), ofTargets)));
            }
        }
        return patterns;
    }

    private static CellPattern pattern(Fields fields, boolean ofTargets) {
        List<YamlNode.Scalar> scenarios = fields.scalars("scenario");
        if (scenarios.isEmpty()) {
            fields.text("scenario"); // tells that it is missing
        }
        CellPattern pattern = new CellPattern(
                fields.at(),
                scenarios,
                fields.scalars("profile"),
                fields.setOf("scheme", "scheme", Scheme::named, SCHEMES),
                ofTargets ? fields.scalars("target") : List.of(),
                fields.textMap("where"));
        fields.end();
        return pattern;
    }
}
