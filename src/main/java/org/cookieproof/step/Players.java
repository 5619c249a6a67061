package org.cookieproof.step;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cookieproof.scenario.Scenario;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/** The user agents and tabs that a scenario names, and who of them plays a step. */
final class Players {

    /** Words that stand where a verb does and are gone before verbs are bound. */
    static final Set<String> NOT_VERBS = Set.of("for-each", "include");

    private final Set<String> userAgents;
    private final Set<String> tabs;

    Players(Scenario scenario, Problems problems) {
        userAgents = names(scenario.userAgents());
        tabs = names(scenario.tabs());
        Set<String> seen = new HashSet<>();
        for (List<YamlNode.Scalar> named : List.of(scenario.userAgents(), scenario.tabs())) {
            for (YamlNode.Scalar name : named) {
                if (!name.text().matches("[a-z][a-z0-9-]*")) {
                    problems.add(
                            name.at(),
                            "'" + name.text()
                                    + "' is no name for a user agent or a tab; use small letters, digits, '-'");
                } else if (!seen.add(name.text())) {
                    problems.add(name.at(), "'" + name.text() + "' is named twice; call one otherwise");
                }
            }
        }
    }

    private static Set<String> names(List<YamlNode.Scalar> scalars) {
        return scalars.stream().map(YamlNode.Scalar::text).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(userAgents);
        names.addAll(tabs);
        return names;
    }

    /** Whether the user agent must have tabs. */
    boolean hasTabs() {
        return !tabs.isEmpty();
    }

    /** Who plays this step; the first user agent where {@code by:} is wrong, and then that is a problem. */
    Actor actor(StepNode node, Binder binder) {
        Optional<YamlNode> by = node.by();
        if (by.isEmpty()) {
            return Actor.FIRST;
        }
        if (node.verb().equals("together")) {
            binder.problems().add(by.get().at(), "'together' is played by several; put 'by:' on its steps");
            return Actor.FIRST;
        }
        if (by.get() instanceof YamlNode.Mapping jar) {
            return keptJar(node, jar, binder);
        }
        if (by.get() instanceof YamlNode.Scalar name) {
            return named(node, name, binder);
        }
        binder.problems()
                .add(
                        by.get().at(),
                        "'by:' takes a name or '{ jar: NAME }', not " + by.get().kind());
        return Actor.FIRST;
    }

    private Actor named(StepNode node, YamlNode.Scalar name, Binder binder) {
        if (userAgents.contains(name.text())) {
            return new Actor.UserAgent(name.text());
        }
        if (tabs.contains(name.text())) {
            if (node.verb().equals("restart-user-agent")) {
                binder.problems().add(name.at(), "a restart ends all tabs; leave out 'by:'");
            }
            return new Actor.Tab(name.text());
        }
        binder.problems()
                .add(
                        name.at(),
                        Words.unknown("user agent or tab", name.text(), names())
                                + " (name it in 'user-agents:' or 'tabs:' of the scenario)");
        return Actor.FIRST;
    }

    private static Actor keptJar(StepNode node, YamlNode.Mapping jar, Binder binder) {
        Fields fields = new Fields(jar, "'by'", binder.problems());
        String name = binder.keptJar(fields, "jar");
        fields.end();
        if (!Actor.KeptJar.VERBS.contains(node.verb())) {
            binder.problems()
                    .add(
                            node.at(),
                            "with a kept jar nothing but " + String.join(" and ", Actor.KeptJar.VERBS)
                                    + " can be played, since nobody is there who shows pages; name a user agent");
        }
        return new Actor.KeptJar(name);
    }
}
