package org.cookieproof.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookieproof.http.Scheme;
import org.cookieproof.run.Project;
import org.cookieproof.run.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is to be run. */
final class SelectionOptions {

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "A plan of ci/, or a path to one (default: the plan called as the target, else local).")
    private @Nullable String plan;

    @Option(names = "--target", paramLabel = "TARGET", description = "A target of ci/targets/, or a path to one.")
    private @Nullable String target;

    @Option(names = "--variant", paramLabel = "VARIANT", description = "A variant of the target.")
    private @Nullable String variant;

    @Option(names = "--profile", paramLabel = "PROFILE", split = ",", description = "Only these profiles of browsers/.")
    private List<String> profiles = List.of();

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            split = ",",
            description = "Only these scenarios: ids or globs, as 'logout/*'.")
    private List<String> scenarios = List.of();

    @Mixin
    private ScenarioFolderOption scenarioFolder = new ScenarioFolderOption();

    @Option(names = "--tag", paramLabel = "TAG", split = ",", description = "Only scenarios with one of these tags.")
    private List<String> tags = List.of();

    @Option(names = "--scheme", paramLabel = "SCHEME", split = ",", description = "Only http, or only https.")
    private List<SchemeWord> schemes = List.of();

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "Only what the plan names for this stage of a deployment and for those before it; exit code 3"
                    + " where one of these cells was not played.")
    private @Nullable String stage;

    @Option(
            names = "--inject",
            paramLabel = "REGRESSION",
            description =
                    "Injects a catalogued defect of ci/regressions/, or a rule file of your own (a path); without other filters the scenarios tagged for"
                            + " it are played.")
    private @Nullable String inject;

    @Mixin
    private ReachOptions reach = new ReachOptions();

    /** Of what the target's hosts may be sent. */
    Confirmation confirmation() {
        return reach.confirmation();
    }

    Selection selection() {
        Set<Scheme> only = new TreeSet<>();
        schemes.forEach(s -> only.add(Scheme.of(s.name().toLowerCase(Locale.ROOT))));
        boolean planOfTarget = plan == null
                && target != null
                && Files.isRegularFile(Project.here().plan(target));
        return new Selection(
                planOfTarget ? String.valueOf(target) : plan == null ? Selection.DEFAULT_PLAN : plan,
                planOfTarget ? Optional.empty() : Optional.ofNullable(target),
                Optional.ofNullable(variant),
                profiles,
                scenarios,
                scenarioFolder.folder().map(Path::toAbsolutePath),
                tags,
                only,
                Optional.ofNullable(inject),
                reach.overrides(),
                Optional.ofNullable(stage));
    }

    /** As typed on the command line. */
    @SuppressWarnings("JavaLangClash")
    enum SchemeWord {
        http,
        https
    }
}
