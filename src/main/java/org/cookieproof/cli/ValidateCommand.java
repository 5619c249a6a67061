package org.cookieproof.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof validate}. */
@Command(
        name = "validate",
        description = "Reads every scenario, profile, plan, target and regression and tells all that is wrong.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private ScenarioFolderOption scenarios = new ScenarioFolderOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        new Planner(Project.here(), Catalog.load()).validate(scenarios.folder());
        Objects.requireNonNull(spec).commandLine().getOut().println("All files are valid.");
        return 0;
    }
}
