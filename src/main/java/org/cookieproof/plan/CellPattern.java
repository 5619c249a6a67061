package org.cookieproof.plan;

import java.util.ArrayList;
import java.util.List;
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
 */
public record CellPattern(
        Position at,
        List<YamlNode.Scalar> scenarios,
        List<YamlNode.Scalar> profiles,
        Set<Scheme> schemes,
        List<YamlNode.Scalar> targets) {

    private static final List<String> SCHEMES = List.of("http", "https");

    public CellPattern {
        Objects.requireNonNull(at);
        scenarios = List.copyOf(scenarios);
        profiles = List.copyOf(profiles);
        schemes = Set.copyOf(schemes);
        targets = List.copyOf(targets);
    }

    /** Whether it says something of this target. */
    public boolean appliesTo(String target) {
        return targets.isEmpty() || targets.stream().anyMatch(t -> t.text().equals(target));
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
                patterns.add(new CellPattern(glob.at(), List.of(glob), List.of(), Set.of(), List.of()));
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
                ofTargets ? fields.scalars("target") : List.of());
        fields.end();
        return pattern;
    }
}
