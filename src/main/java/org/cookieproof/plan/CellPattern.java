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
 */
public record CellPattern(
        Position at, List<YamlNode.Scalar> scenarios, List<YamlNode.Scalar> profiles, Set<Scheme> schemes) {

    private static final List<String> SCHEMES = List.of("http", "https");

    public CellPattern {
        Objects.requireNonNull(at);
        scenarios = List.copyOf(scenarios);
        profiles = List.copyOf(profiles);
        schemes = Set.copyOf(schemes);
    }

    /** A list under a key; an entry is a glob of scenario ids, or a mapping that says more. */
    static List<CellPattern> list(Fields fields, String key, Problems problems) {
        return all(fields.list(key), key, problems);
    }

    static List<CellPattern> all(List<YamlNode> nodes, String key, Problems problems) {
        List<CellPattern> patterns = new ArrayList<>();
        for (YamlNode node : nodes) {
            if (node instanceof YamlNode.Scalar glob) {
                patterns.add(new CellPattern(glob.at(), List.of(glob), List.of(), Set.of()));
            } else {
                Fields.mapping("an entry of '" + key + "'", node, problems)
                        .ifPresent(m -> patterns.add(pattern(new Fields(m, "an entry of '" + key + "'", problems))));
            }
        }
        return patterns;
    }

    private static CellPattern pattern(Fields fields) {
        List<YamlNode.Scalar> scenarios = fields.scalars("scenario");
        if (scenarios.isEmpty()) {
            fields.text("scenario"); // tells that it is missing
        }
        CellPattern pattern = new CellPattern(
                fields.at(),
                scenarios,
                fields.scalars("profile"),
                fields.setOf("scheme", "scheme", Scheme::named, SCHEMES));
        fields.end();
        return pattern;
    }
}
