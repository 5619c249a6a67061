package org.cookieproof.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.check.Check;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.plan.CellPattern;
import org.cookieproof.plan.KnownIssue;
import org.cookieproof.plan.Plan;
import org.cookieproof.plan.Regression;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.cookieproof.profile.ProfileFile;
import org.cookieproof.result.Requirement;
import org.cookieproof.scenario.Scenario;
import org.cookieproof.scenario.Scenarios;
import org.cookieproof.shard.CellTimesFile;
import org.cookieproof.tap.WireRule;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetFile;
import org.cookieproof.target.TargetProvider;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/** Reads what a selection names and makes a run of it. Starts nothing, writes nothing, and may be called often. */
public final class Planner {

    private final Project project;
    private final Catalog catalog;
    private final Problems problems = new Problems();

    public Planner(Project project, Catalog catalog) {
        this.project = project;
        this.catalog = catalog;
    }

    /**
     * @throws org.cookieproof.yaml.InvalidFilesException when a file or a name given cannot be used; it tells all
     *     problems at once
     */
    public PlannedRun plan(Selection selection) {
        Plan plan = readPlan(selection);
        TargetDefinition target =
                selection.overrides().appliedTo(readTarget(selection.target().orElse(plan.usualTarget())), problems);
        TargetProvider provider = provider(target);
        List<TargetDefinition> targets =
                Stream.concat(readTargets().stream(), Stream.of(target)).toList();
        List<BoundScenario> scenarios =
                readScenarios(selection.filters().scenarioFolder().orElse(project.scenarios()), targets);
        List<Profile> profiles = readProfiles();
        Optional<Regression> regression = selection.inject().map(this::readRegression);
        List<WireRule> wire = regression.map(r -> wire(r, target, provider)).orElse(List.of());
        List<String> variants = selection.variant().map(List::of).orElseGet(() -> variants(selection, plan, target));
        variants.forEach(v -> known(
                Position.option("--variant"), "variant", v, target.variants().keySet()));
        Requirements requirements =
                new Requirements(scenarios.stream().map(BoundScenario::scenario).toList(), profiles, problems);
        Predicate<CellPattern> isAsked = isAskedOf(target, variants);
        Optional<Set<CellId>> stage =
                selection.stage().map(s -> requirements.ofStage(plan, s, Position.option("--stage"), isAsked));
        PlanWords.checkKinds(plan, new Vocabulary(targets, problems));
        if (isOwnTarget(selection, plan) && !plan.isForAnyTarget()) {
            PlanWords.checkGates(plan, target, problems);
        }
        Plan filters = stage.isPresent() ? plan.ofAllCells() : plan;
        List<BoundScenario> chosen = choose(scenarios, selection, filters, regression);
        List<Profile> with = choose(profiles, selection, filters);
        // A plan requires what it plays as it stands, not what somebody picks out of it.
        boolean asItStands = plan.isForAnyTarget() ? selection.isOfAllCells() : selection.isAsPlanned();
        // Its patterns are of the project's own scenarios.
        List<Requirements.Asked> required = selection.filters().scenarioFolder().isPresent()
                ? List.of()
                : requirements.of(plan.required(), isAsked);
        List<KnownIssue> known = knownFiles(selection.filters().scenarioFolder(), scenarios, profiles)
                .of(plan, planFile(selection), target, isOwnTarget(selection, plan));
        problems.throwIfAny();

        List<PlannedCell> planned =
                new CellPlanner(target, variants, provider.controls()).cells(chosen, with, schemes(selection, filters));
        List<PlannedCell> cells = planned.stream()
                .filter(c -> stage.isEmpty() || stage.get().contains(c.id()))
                .toList();
        Set<Requirement> needed = stage.map(s -> s.stream().map(Requirement::of).collect(Collectors.toSet()))
                .orElseGet(() -> asItStands ? Requirements.ofPlanned(required, cells) : Set.of());
        return new PlannedRun(
                selection, plan, target, provider, regression, wire, cells, needed, known, Optional.empty());
    }

    /** Of a kind of service a plan asks where the target is of that kind under one of the variants that are played. */
    private static Predicate<CellPattern> isAskedOf(TargetDefinition target, List<String> variants) {
        return pattern -> pattern.appliesTo(target.name())
                && variants.stream()
                        .flatMap(v -> Optional.ofNullable(target.variants().get(v)).stream())
                        .anyMatch(v -> pattern.asksOf(v.traits()));
    }

    /** Reads and binds everything in the project, and tells all that is wrong with it. */
    public void validate(Optional<Path> scenarioFolder) {
        List<TargetDefinition> targets = readTargets();
        readTargets(project.examples());
        List<BoundScenario> scenarios = readScenarios(scenarioFolder.orElse(project.scenarios()), targets);
        List<Profile> profiles = readProfiles();
        KnownFiles known = knownFiles(scenarioFolder, scenarios, profiles);
        known.readAll(project.root().resolve("ci/known"));
        PlanWords words = new PlanWords(
                targets,
                isOwnFolder(scenarioFolder)
                        ? scenarios.stream().map(BoundScenario::scenario).toList()
                        : List.of(),
                profiles,
                problems);
        for (Path file : Project.files(project.root().resolve("ci"))) {
            Plan.read(Project.shown(file), problems).ifPresent(p -> {
                known.ofPlanAlone(p, file);
                words.check(Project.shown(file), p);
            });
        }
        for (Path file : Project.files(project.root().resolve("ci/regressions"))) {
            Regression.read(Project.shown(file), problems).ifPresent(r -> {
                checkSwitches(r);
                WireRules.bind(r.id(), r.wire(), Optional.empty(), problems);
            });
        }
        project.allTimes().forEach(f -> CellTimesFile.read(Project.shown(f), problems));
        problems.throwIfAny();
    }

    /** Every scenario of the folder, bound. */
    public List<BoundScenario> readScenarios(Path folder) {
        return readScenarios(folder, readTargets());
    }

    private List<BoundScenario> readScenarios(Path folder, List<TargetDefinition> targets) {
        Path shown = Project.shown(folder);
        Set<String> capabilities =
                Stream.of(Capability.values()).map(Capability::wireName).collect(Collectors.toSet());
        List<BoundScenario> bound = new ArrayList<>();
        for (Scenario scenario : Scenarios.read(shown, problems)) {
            Stream.concat(scenario.needs().stream(), scenario.unless().stream())
                    .forEach(n -> known(n.at(), "capability", n.text(), capabilities));
            bound.add(BoundScenario.bind(scenario, catalog, problems));
        }
        // A target that cannot be read would make a mistake of every word that it alone knows.
        if (targets.size() >= project.targets().size()) {
            new Vocabulary(targets, problems).check(bound);
        }
        return bound;
    }

    /** Every profile of the project. */
    public List<Profile> readProfiles() {
        List<Profile> profiles = new ArrayList<>();
        Map<String, Set<String>> settings = catalog.settings();
        for (Path file : Project.files(project.profiles())) {
            ProfileFile.read(Project.shown(file), settings, problems).ifPresent(profiles::add);
        }
        ProfileFile.readFamilies(Project.shown(project.profiles()), problems);
        return profiles;
    }

    /** Every target of the project; no example of one. */
    public List<TargetDefinition> readTargets() {
        return readTargets(project.targets());
    }

    private List<TargetDefinition> readTargets(List<Path> files) {
        List<TargetDefinition> targets = new ArrayList<>();
        for (Path file : files) {
            TargetFile.read(Project.shown(file), knownToTargets(), problems).ifPresent(targets::add);
        }
        return targets;
    }

    private TargetFile.Known knownToTargets() {
        return new TargetFile.Known(
                catalog.targets().keySet(),
                catalog.checks().stream().map(Check::id).collect(Collectors.toSet()));
    }

    /** What was wrong with everything read so far. */
    public Problems problems() {
        return problems;
    }

    private Plan readPlan(Selection selection) {
        return Plan.read(
                        existing(
                                "--plan",
                                "plan",
                                planFile(selection),
                                project.root().resolve("ci")),
                        problems)
                .orElseThrow(this::unusable);
    }

    private Path planFile(Selection selection) {
        return selection.plan().matches(".*\\.yaml") ? Path.of(selection.plan()) : project.plan(selection.plan());
    }

    /** Patterns for scenarios are held against the project's own alone: of another folder they say nothing. */
    private KnownFiles knownFiles(
            Optional<Path> scenarioFolder, List<BoundScenario> scenarios, List<Profile> profiles) {
        return new KnownFiles(
                catalog,
                readTargets(),
                isOwnFolder(scenarioFolder)
                        ? scenarios.stream().map(s -> s.scenario().id().value()).toList()
                        : List.of(),
                profiles.stream().map(p -> p.id().value()).toList(),
                problems);
    }

    private boolean isOwnFolder(Optional<Path> scenarioFolder) {
        return scenarioFolder
                .map(Path::toAbsolutePath)
                .map(f -> f.equals(project.scenarios().toAbsolutePath()))
                .orElse(true);
    }

    private TargetDefinition readTarget(String name) {
        Path file = name.matches(".*\\.yaml") ? Path.of(name) : project.target(name);
        Path existing = existing("--target", "target", file, project.root().resolve("ci/targets"));
        if (TargetDefinition.isExample(existing)) {
            problems.add(
                    Position.option("--target"),
                    existing + " is an example and names nobody's hosts; copy it to ci/targets/NAME.yaml, fill that in,"
                            + " and play against NAME");
            throw unusable();
        }
        return TargetFile.read(existing, knownToTargets(), problems).orElseThrow(this::unusable);
    }

    private Regression readRegression(String name) {
        Path file = name.matches(".*\\.yaml") ? Path.of(name) : project.regression(name);
        return Regression.read(
                        existing("--inject", "regression", file, project.root().resolve("ci/regressions")), problems)
                .orElseThrow(this::unusable);
    }

    private Path existing(String option, String what, Path file, Path folder) {
        if (!Files.isRegularFile(file)) {
            List<String> known = Project.files(folder).stream()
                    .filter(f -> !TargetDefinition.isExample(f))
                    .map(Planner::name)
                    .toList();
            String name = file.getParent() != null && file.getParent().equals(folder) ? name(file) : file.toString();
            problems.add(Position.option(option), Words.unknownOfMany(what, name, known));
            throw unusable();
        }
        return Project.shown(file);
    }

    private RuntimeException unusable() {
        problems.throwIfAny();
        return new IllegalStateException("a file was unusable without a problem");
    }

    private TargetProvider provider(TargetDefinition target) {
        return Optional.ofNullable(catalog.targets().get(target.provider())).orElseThrow(this::unusable);
    }

    /** Some provider must know each switch and its choice; a mistyped one would inject something else in silence. */
    private void checkSwitches(Regression regression) {
        Set<String> all = catalog.targets().values().stream()
                .flatMap(p -> p.switches().stream())
                .collect(Collectors.toSet());
        regression.switched().forEach(entry -> {
            String key = entry.key().text();
            known(entry.key().at(), "switch", key, all);
            catalog.targets().values().stream()
                    .filter(p -> p.switches().contains(key))
                    .flatMap(p -> p.whyNot(Map.of(key, regression.switches().get(key))).stream())
                    .forEach(why -> problems.add(entry.value().at(), why));
        });
    }

    private List<WireRule> wire(Regression regression, TargetDefinition target, TargetProvider provider) {
        checkSwitches(regression);
        boolean byService = !regression.switches().isEmpty()
                && provider.switches().containsAll(regression.switches().keySet());
        if (byService) {
            return List.of();
        }
        if (regression.wire().isEmpty()) {
            problems.add(
                    new Position(regression.file().toString(), 1, 1),
                    "'" + regression.id() + "' cannot be injected into target '" + target.name()
                            + "': it has no 'wire:' rule, and that service has no switch "
                            + regression.switches().keySet());
        }
        return WireRules.bind(regression.id(), regression.wire(), Optional.of(target.sites()), problems);
    }

    /** The plan's variants are names of its own target's; another target plays those that it has too. */
    private static List<String> variants(Selection selection, Plan plan, TargetDefinition target) {
        if (isOwnTarget(selection, plan) && !plan.isForAnyTarget()) {
            return plan.variants();
        }
        List<String> has =
                plan.variants().stream().filter(target.variants()::containsKey).toList();
        return has.isEmpty() ? List.of("default") : has;
    }

    private static boolean isOwnTarget(Selection selection, Plan plan) {
        return selection.target().isEmpty() || selection.target().get().equals(plan.target());
    }

    private List<BoundScenario> choose(
            List<BoundScenario> scenarios, Selection selection, Plan plan, Optional<Regression> regression) {
        List<YamlNode.Scalar> globs = selection.filters().scenarios().isEmpty()
                ? plan.scenarios()
                : given("--scenario", selection.filters().scenarios());
        Set<String> tags = new HashSet<>(
                selection.filters().tags().isEmpty()
                        ? plan.tags()
                        : selection.filters().tags());
        if (regression.isPresent() && !selection.filters().narrowsScenarios()) {
            tags = new HashSet<>(regression.get().tags());
        }
        Set<String> allTags =
                scenarios.stream().flatMap(s -> s.scenario().tags().stream()).collect(Collectors.toSet());
        tags.forEach(t -> known(Position.option("--tag"), "tag", t, allTags));
        Set<ScenarioId> matching = matching(globs, scenarios).collect(Collectors.toSet());
        Set<String> wanted = tags;
        return scenarios.stream()
                .filter(s -> globs.isEmpty() || matching.contains(s.scenario().id()))
                .filter(s -> wanted.isEmpty() || s.scenario().tags().stream().anyMatch(wanted::contains))
                .toList();
    }

    private Stream<ScenarioId> matching(List<YamlNode.Scalar> globs, List<BoundScenario> scenarios) {
        List<String> ids =
                scenarios.stream().map(s -> s.scenario().id().value()).toList();
        return globs.stream()
                .flatMap(glob -> new NamePattern(glob, "scenario").among(ids, problems).stream())
                .map(ScenarioId::new);
    }

    private List<Profile> choose(List<Profile> profiles, Selection selection, Plan plan) {
        List<YamlNode.Scalar> names = selection.filters().profiles().isEmpty()
                ? plan.profiles()
                : given("--profile", selection.filters().profiles());
        Collection<String> known =
                profiles.stream().map(Profile::id).map(ProfileId::value).toList();
        Set<String> chosen = names.stream()
                .flatMap(n -> new NamePattern(n, "profile").among(known, problems).stream())
                .collect(Collectors.toSet());
        return profiles.stream()
                .filter(p -> names.isEmpty() || chosen.contains(p.id().value()))
                .toList();
    }

    private static Set<Scheme> schemes(Selection selection, Plan plan) {
        return selection.filters().schemes().isEmpty()
                ? plan.schemes()
                : selection.filters().schemes();
    }

    private void known(Position at, String what, String word, Collection<String> known) {
        if (!known.contains(word)) {
            problems.add(at, Words.unknown(what, word, known));
        }
    }

    private static List<YamlNode.Scalar> given(String option, List<String> words) {
        return words.stream()
                .map(word -> new YamlNode.Scalar(Position.option(option), word, true))
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.yaml$", "");
    }
}
