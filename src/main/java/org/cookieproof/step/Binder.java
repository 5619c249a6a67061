package org.cookieproof.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Role;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/**
 * Binds the words of one scenario, and notes on the way what the scenario asks of a target: roles, personas, flows.
 */
public final class Binder {

    /** The persona that nobody is. */
    public static final String NOBODY = "nobody";

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::wireName).toList();
    private static final List<String> CATEGORIES =
            Arrays.stream(CookieCategory.values()).map(CookieCategory::wireName).toList();

    private final Map<String, Expectation> expectations;
    private final Problems problems;
    private final Set<Role> roles = new LinkedHashSet<>();
    private final Set<String> personas = new LinkedHashSet<>();
    private final List<FlowUse> flows = new ArrayList<>();
    private final Set<String> keptJars = new LinkedHashSet<>();
    private boolean restarts;

    public Binder(Map<String, Expectation> expectations, Problems problems) {
        this.expectations = Map.copyOf(expectations);
        this.problems = problems;
    }

    public Problems problems() {
        return problems;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public Set<String> personas() {
        return Set.copyOf(personas);
    }

    public List<FlowUse> flows() {
        return List.copyOf(flows);
    }

    /** Whether some step restarts a user agent: it must then be started as one that can be. */
    public boolean restarts() {
        return restarts;
    }

    void restartsUserAgent() {
        restarts = true;
    }

    /** A flow that a scenario plays, with the parameters that it gives, and where. */
    public record FlowUse(Position at, String name, Set<String> parameters) {
        public FlowUse {
            parameters = Set.copyOf(parameters);
        }
    }

    /** The keys of a step's argument. */
    Fields fields(StepNode node) {
        YamlNode.Mapping mapping =
                node.argument() instanceof YamlNode.Scalar s && s.text().isEmpty()
                        ? new YamlNode.Mapping(node.at(), List.of())
                        : Fields.mapping("what follows '" + node.verb() + ":'", node.argument(), problems)
                                .orElse(new YamlNode.Mapping(node.at(), List.of()));
        return new Fields(mapping, "'" + node.verb() + "'", problems);
    }

    /** The keys of an expectation's argument; a bare word stands for the mapping of {@code key} to it. */
    Fields fields(String expectation, YamlNode argument, String key) {
        YamlNode.Mapping mapping = argument instanceof YamlNode.Scalar word
                ? new YamlNode.Mapping(
                        argument.at(), List.of(new YamlNode.Entry(new YamlNode.Scalar(word.at(), key, false), word)))
                : Fields.mapping("what follows '" + expectation + ":'", argument, problems)
                        .orElse(new YamlNode.Mapping(argument.at(), List.of()));
        return new Fields(mapping, "'" + expectation + "'", problems);
    }

    Expectations expectations(StepNode node) {
        List<Expectation.Bound> bound = new ArrayList<>();
        node.expect().forEach(m -> bound.addAll(bind(m)));
        return new Expectations(bound);
    }

    List<Expectation.Bound> bind(YamlNode.Mapping mapping) {
        List<Expectation.Bound> bound = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            Expectation expectation = expectations.get(entry.key().text());
            if (expectation == null) {
                problems.add(
                        entry.key().at(),
                        Words.unknown("expectation", entry.key().text(), expectations.keySet()));
            } else {
                bound.add(expectation.bind(entry.value(), this));
            }
        }
        return bound;
    }

    /** One role or several; a problem when there is none. */
    List<Role> roles(Fields fields, String key) {
        List<Role> named = optionalRoles(fields, key);
        if (named.isEmpty() && fields.node(key).isEmpty()) {
            problems.add(fields.at(), "needs '" + key + ":' with a role (" + String.join(", ", ROLES) + ")");
        }
        return named;
    }

    List<Role> optionalRoles(Fields fields, String key) {
        List<Role> named = List.copyOf(fields.setOf(key, "role", Role::named, ROLES));
        roles.addAll(named);
        return named;
    }

    /** Exactly one role. */
    Role role(Fields fields, String key) {
        List<Role> named = roles(fields, key);
        if (named.size() > 1) {
            problems.add(fields.at(), "'" + key + ":' takes one role here");
        }
        return named.isEmpty() ? Role.FIRST : named.get(0);
    }

    Optional<String> persona(Fields fields, String key) {
        Optional<String> persona = fields.optionalText(key);
        persona.filter(p -> !NOBODY.equals(p)).ifPresent(personas::add);
        return persona;
    }

    Set<CookieCategory> categories(Fields fields, String key) {
        Set<CookieCategory> categories = fields.setOf(key, "kind of cookie", CookieCategory::named, CATEGORIES);
        if (categories.isEmpty() && fields.node(key).isEmpty()) {
            problems.add(
                    fields.at(), "needs '" + key + ":' with a kind of cookie (" + String.join(", ", CATEGORIES) + ")");
        }
        return categories;
    }

    void usesFlow(Position at, String name, Set<String> parameters) {
        flows.add(new FlowUse(at, name, parameters));
    }

    void keepsJar(String name) {
        keptJars.add(name);
    }

    /** A jar that an earlier step has kept. */
    String keptJar(Fields fields, String key) {
        String name = fields.text(key);
        if (!name.isEmpty() && !keptJars.contains(name)) {
            problems.add(fields.at(), Words.unknown("jar", name, keptJars) + " (keep it first with 'keep-jar')");
        }
        return name;
    }
}
