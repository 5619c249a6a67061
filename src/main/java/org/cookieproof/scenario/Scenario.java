package org.cookieproof.scenario;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.YamlNode;

/**
 * A scenario as written.
 *
 * @param at       where {@code requires} stands, or where the file begins
 * @param title    one sentence that says what must hold
 * @param source   task ids or RFC sections it comes from
 * @param schemes  of the cells made of it
 * @param needs    what a profile must be able to do; else not applicable
 * @param unless   what a profile must not be able to do; else not applicable
 * @param requires what the target must be like, trait by trait; else not run
 * @param userAgents names of further user agents of the same profile, each with a jar of its own
 * @param tabs     names of further tabs of the first user agent
 * @param steps    with their fragments and loops written out
 */
public record Scenario(
        Position at,
        ScenarioId id,
        String title,
        List<String> source,
        Set<String> tags,
        Set<Scheme> schemes,
        List<YamlNode.Scalar> needs,
        List<YamlNode.Scalar> unless,
        Map<String, String> requires,
        List<YamlNode.Scalar> userAgents,
        List<YamlNode.Scalar> tabs,
        List<StepNode> steps) {

    public Scenario {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        source = List.copyOf(source);
        tags = Set.copyOf(tags);
        schemes = Set.copyOf(schemes);
        needs = List.copyOf(needs);
        unless = List.copyOf(unless);
        requires = Map.copyOf(requires);
        userAgents = List.copyOf(userAgents);
        tabs = List.copyOf(tabs);
        steps = List.copyOf(steps);
    }
}
