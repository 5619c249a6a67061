package org.cookieproof.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.scenario.Scenario;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.scenario.Substitution;
import org.cookieproof.tap.OwnAnswer;
import org.cookieproof.target.Control;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/**
 * Binds the words of one scenario, and notes on the way what the scenario asks of a target and of a profile: roles,
 * personas, flows, capabilities.
 */
public final class Binder {

    /** The persona that nobody is. */
    public static final String NOBODY = "nobody";

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::wireName).toList();
    private static final List<String> CATEGORIES =
            Arrays.stream(CookieCategory.values()).map(CookieCategory::wireName).toList();

    private final Map<String, Verb> verbs;
    private final Map<String, Expectation> expectations;
    private final Problems problems;
    private final Players players;
    private final Set<Role> roles = new LinkedHashSet<>();
    private final List<SiteUse> sites = new ArrayList<>();
    private final Set<String> personas = new LinkedHashSet<>();
    private final List<FlowUse> flows = new ArrayList<>();
    private final Set<String> needs = new LinkedHashSet<>();
    private final Set<String> keptJars = new LinkedHashSet<>();
    private final Set<String> captures = new LinkedHashSet<>();
    private final Set<Control> controls = new LinkedHashSet<>();
    private final List<VersionUse> versions = new ArrayList<>();
    private boolean together;
    private boolean capturesBound;
    private boolean restarts;

    /** @param scenario whose steps are bound, for its user agents and tabs */
    public Binder(
            Map<String, Verb> verbs, Map<String, Expectation> expectations, Scenario scenario, Problems problems) {
        this(verbs, expectations, new Players(scenario, problems), problems);
    }

    private Binder(Map<String, Verb> verbs, Map<String, Expectation> expectations, Players players, Problems problems) {
        this.verbs = Map.copyOf(verbs);
        this.expectations = Map.copyOf(expectations);
        this.players = players;
        this.problems = problems;
    }

    /** A binder that knows what this one has learned so far, for a step that is bound again while it is played. */
    Binder again(Problems anew) {
        Binder binder = new Binder(verbs, expectations, players, anew);
        binder.keptJars.addAll(keptJars);
        binder.captures.addAll(captures);
        return binder;
    }

    /** Binds a step, whoever plays it; empty when there is no such verb. */
    public Optional<Step> bind(StepNode node) {
        Set<String> words = new TreeSet<>(verbs.keySet());
        words.addAll(Players.NOT_VERBS);
        Verb verb = verbs.get(node.verb());
        if (verb == null) {
            problems.add(node.at(), Words.unknown("verb", node.verb(), words));
            return Optional.empty();
        }
        Actor actor = players.actor(node, this);
        capturesBound = node.capture().isEmpty();
        Set<Role> others = new LinkedHashSet<>(roles);
        roles.clear();
        Step step = isLate(node) ? late(node, verb) : verb.bind(node, this);
        sites.add(new SiteUse(node.scheme(), roles));
        roles.addAll(others);
        if (!capturesBound) {
            problems.add(node.capture().orElseThrow().at(), "'" + node.verb() + "' shows nothing to capture from");
        }
        return Optional.of(actor.equals(Actor.FIRST) ? step : new ActedStep(actor, step));
    }

    /** Who plays this step. */
    Actor actor(StepNode node) {
        return players.actor(node, this);
    }

    /** The step alone, with what was captured filled in. */
    Step bindFilled(StepNode filled) {
        return Objects.requireNonNull(verbs.get(filled.verb())).bind(filled, this);
    }

    /** Whether the step mentions what earlier ones capture; a name that none has captured is a problem. */
    private boolean isLate(StepNode node) {
        if (node.verb().equals("together")) {
            return false; // its steps are bound one by one
        }
        boolean late = false;
        for (YamlNode text : node.texts().toList()) {
            for (YamlNode.Scalar scalar : Substitution.scalars(text).toList()) {
                for (String name : Substitution.mentioned(scalar)) {
                    late = true;
                    if (!captures.contains(name)) {
                        String near = captures.isEmpty()
                                ? "unknown name '${" + name + "}'"
                                : Words.unknown("name", "${" + name + "}", captures);
                        problems.add(
                                scalar.at(),
                                near + " (no step before this one captures it, and no 'for-each' or parameter is called"
                                        + " so)");
                    }
                }
            }
        }
        return late;
    }

    /** Bound with the bare names in the places of what will be captured: a pattern would not take <code>${…}</code>. */
    private Step late(StepNode node, Verb verb) {
        Map<String, String> names = new HashMap<>();
        node.texts().flatMap(n -> Substitution.mentioned(n).stream()).forEach(n -> names.put(n, n));
        Binder asNow = again(new Problems());
        Step asWritten = verb.bind(node.map(n -> Substitution.literally(n, names)), this);
        return new LateStep(node, asNow, asWritten);
    }

    /** Something that the profile must be able to do for this verb. */
    void needs(String capability) {
        needs.add(capability);
    }

    /** What the verbs need of a profile, besides what the scenario says itself. */
    public Set<String> needs() {
        Set<String> all = new LinkedHashSet<>(needs);
        if (players.hasTabs()) {
            all.add("tabs");
        }
        return Set.copyOf(all);
    }

    void playsTogether() {
        together = true;
    }

    /** Whether user agents play at the same time, so that each needs a thread of its own. */
    public boolean together() {
        return together;
    }

    void captures(YamlNode.Scalar name) {
        Substitution.checkName(name, problems);
        captures.add(name.text());
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

    /** What is done to the target itself; a scenario that does any of it gets a target of its own. */
    public Set<Control> controls() {
        return Set.copyOf(controls);
    }

    public List<VersionUse> versions() {
        return List.copyOf(versions);
    }

    /** A variant that a scenario switches the target to, and where. */
    public record VersionUse(Position at, String name) {}

    /** Whether some step restarts a user agent: it must then be started as one that can be. */
    public boolean restarts() {
        return restarts;
    }

    void restartsUserAgent() {
        restarts = true;
    }

    /**
     * The sites that one step names.
     *
     * @param scheme empty for its cell's
     */
    public record SiteUse(Optional<Scheme> scheme, Set<Role> roles) {
        public SiteUse {
            roles = Set.copyOf(roles);
        }
    }

    public List<SiteUse> sites() {
        return List.copyOf(sites);
    }

    /** A flow that a scenario plays at a site, with the parameters that it gives, and where it says so. */
    public record FlowUse(Position at, String name, Role role, Set<String> parameters) {
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
        return new Expectations(bound(node), captures(node));
    }

    /** What the step expects, without what it captures. */
    List<Expectation.Bound> bound(StepNode node) {
        List<Expectation.Bound> bound = new ArrayList<>();
        node.expect().forEach(m -> bound.addAll(bind(m)));
        return bound;
    }

    /** What the step captures for later ones. */
    Captures captures(StepNode node) {
        capturesBound = true;
        return node.capture().map(m -> Captures.bind(m, this)).orElse(Captures.NONE);
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
        if (fields.list(key).isEmpty()) {
            problems.add(fields.at(key), "needs '" + key + ":' with a role (" + String.join(", ", ROLES) + ")");
        }
        return named;
    }

    List<Role> optionalRoles(Fields fields, String key) {
        List<Role> named = List.copyOf(fields.setOf(key, "role", Role::named, ROLES));
        roles.addAll(named);
        return named;
    }

    /** Whose document asked. */
    Optional<AskedBy> askedBy(Fields fields, String key) {
        Optional<AskedBy> asked = fields.oneOf(key, "initiator", AskedBy::named, AskedBy.words());
        asked.filter(AskedBy.ADocumentOf.class::isInstance).ifPresent(a -> roles.add(((AskedBy.ADocumentOf) a).role()));
        return asked;
    }

    /** Exactly one role. */
    Role role(Fields fields, String key) {
        List<Role> named = roles(fields, key);
        if (named.size() > 1) {
            problems.add(fields.at(key), "'" + key + ":' takes one role here");
        }
        return named.isEmpty() ? Role.FIRST : named.get(0);
    }

    /** A path on a site, with its query; one that belongs to the harness is a problem. */
    Optional<String> path(Fields fields, String key) {
        Optional<String> path = fields.optionalText(key);
        Position at = fields.node(key).map(YamlNode::at).orElse(fields.at());
        path.filter(p -> !p.startsWith("/"))
                .ifPresent(p -> problems.add(at, "'" + key + ":' starts with '/', not '" + p + "'"));
        path.filter(p -> p.startsWith(OwnAnswer.RESERVED))
                .ifPresent(p -> problems.add(
                        at, "paths below " + OwnAnswer.RESERVED + " are the harness's own; no target has pages there"));
        return path.filter(p -> p.startsWith("/") && p.chars().allMatch(c -> c > ' '))
                .or(() -> {
                    path.filter(p -> p.startsWith("/"))
                            .ifPresent(p -> problems.add(at, "no blanks in '" + key + ":'; write %20"));
                    return Optional.empty();
                });
    }

    Optional<String> persona(Fields fields, String key) {
        Optional<String> persona = fields.optionalText(key);
        persona.filter(p -> !NOBODY.equals(p)).ifPresent(personas::add);
        return persona;
    }

    Set<CookieCategory> categories(Fields fields, String key) {
        Set<CookieCategory> categories = fields.setOf(key, "kind of cookie", CookieCategory::named, CATEGORIES);
        if (fields.list(key).isEmpty()) {
            problems.add(
                    fields.at(key),
                    "needs '" + key + ":' with a kind of cookie (" + String.join(", ", CATEGORIES) + ")");
        }
        return categories;
    }

    void usesFlow(Position at, String name, Role role, Set<String> parameters) {
        flows.add(new FlowUse(at, name, role, parameters));
    }

    void usesControl(Control control) {
        controls.add(control);
    }

    void usesVersion(Position at, String name) {
        versions.add(new VersionUse(at, name));
    }

    void keepsJar(Position at, String name) {
        players.names().stream()
                .filter(name::equals)
                .findFirst()
                .ifPresent(
                        taken -> problems.add(at, "'" + taken + "' is a user agent or a tab; call the jar otherwise"));
        keptJars.add(name);
    }

    /** A jar that an earlier step has kept. */
    String keptJar(Fields fields, String key) {
        String name = fields.text(key);
        if (!name.isEmpty() && !keptJars.contains(name)) {
            problems.add(
                    fields.node(key).map(YamlNode::at).orElse(fields.at()),
                    Words.unknown("jar", name, keptJars) + " (keep it first with 'keep-jar')");
        }
        return name;
    }
}
