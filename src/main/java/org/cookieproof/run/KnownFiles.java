package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cookieproof.check.Check;
import org.cookieproof.plan.KnownIssue;
import org.cookieproof.plan.KnownIssues;
import org.cookieproof.plan.Plan;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.yaml.Glob;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/** Reads the known issues of a plan. A pattern that matches nothing would wait for ever for what cannot happen. */
final class KnownFiles {

    private final Set<String> checks;
    private final List<String> scenarios;
    private final List<String> profiles;
    private final Problems problems;

    /**
     * @param scenarios ids that patterns may match; empty where they are not to be held against any
     * @param profiles  ids that patterns may match
     */
    KnownFiles(
            Catalog catalog,
            List<TargetDefinition> targets,
            List<String> scenarios,
            List<String> profiles,
            Problems problems) {
        this.checks = findingNames(catalog, targets);
        this.scenarios = List.copyOf(scenarios);
        this.profiles = List.copyOf(profiles);
        this.problems = problems;
    }

    /** Every name that a finding may have: an invariant's, an expectation's, a verb's, a flow's. */
    private static Set<String> findingNames(Catalog catalog, List<TargetDefinition> targets) {
        Set<String> names = new HashSet<>(Set.of("page-is-shown"));
        catalog.checks().stream().map(Check::id).forEach(names::add);
        names.addAll(catalog.expectations().keySet());
        names.addAll(catalog.verbs().keySet());
        targets.forEach(t -> t.flows().byName().keySet().forEach(f -> names.add("flow-" + f)));
        return names;
    }

    /**
     * The known issues of a run. Those of a plan are about its own target; a plan for any target has those of the file
     * that is called as the target, and of every file in the folder that is.
     */
    List<KnownIssue> of(Plan plan, Path planFile, TargetDefinition target, boolean own) {
        if (plan.isForAnyTarget() && plan.known().isEmpty()) {
            Path folder = Objects.requireNonNull(planFile.toAbsolutePath().getParent())
                    .resolve("known");
            Path ofTarget = folder.resolve(target.name() + ".yaml");
            return Stream.concat(Stream.of(ofTarget).filter(Files::isRegularFile), files(folder.resolve(target.name())))
                    .flatMap(f -> read(f).stream())
                    .toList();
        }
        return own || plan.isForAnyTarget() ? ofPlanAlone(plan, planFile) : List.of();
    }

    /** Those that the plan names, or else those of the file that is called as the plan. */
    List<KnownIssue> ofPlanAlone(Plan plan, Path planFile) {
        Path folder = Objects.requireNonNull(planFile.toAbsolutePath().getParent());
        if (plan.known().isEmpty()) {
            Path sameName = folder.resolve("known").resolve(plan.name() + ".yaml");
            return Files.isRegularFile(sameName) ? read(sameName) : List.of();
        }
        List<KnownIssue> issues = new ArrayList<>();
        for (YamlNode.Scalar name : plan.known()) {
            Path file = folder.resolve(name.text());
            if (Files.isRegularFile(file)) {
                issues.addAll(read(file));
            } else {
                problems.add(
                        name.at(), "no file of known issues " + Project.shown(file) + "; name one beside the plan");
            }
        }
        return issues;
    }

    /** Reads every file of a folder and of the folders of its targets, for its problems alone. */
    void readAll(Path folder) {
        Stream.concat(files(folder), entries(folder).filter(Files::isDirectory).flatMap(KnownFiles::files))
                .forEach(this::read);
    }

    private static Stream<Path> files(Path folder) {
        return entries(folder).filter(f -> f.toString().endsWith(".yaml") && Files.isRegularFile(f));
    }

    private static Stream<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private List<KnownIssue> read(Path file) {
        List<KnownIssue> issues = KnownIssues.read(Project.shown(file), problems);
        for (KnownIssue issue : issues) {
            issue.checks().forEach(c -> matches("check", c, checks));
            issue.profiles().forEach(p -> matches("profile", p, profiles));
            if (!scenarios.isEmpty()) {
                issue.scenarios().forEach(s -> matches("scenario", s, scenarios));
            }
        }
        return issues;
    }

    private void matches(String what, YamlNode.Scalar glob, Collection<String> known) {
        if (known.stream().noneMatch(k -> Glob.matches(glob.text(), k))) {
            Position at = glob.at();
            problems.add(at, Words.unknown(what, glob.text(), known));
        }
    }
}
