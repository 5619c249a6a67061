package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.yaml.InvalidFilesException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof validate}. */
@Command(
        name = "validate",
        description =
                "Reads every scenario, profile, plan, target, regression and known issue and tells all that is wrong.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private ScenarioFolderOption scenarios = new ScenarioFolderOption();

    @Option(
            names = OutputFormat.OPTION,
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How problems are told: ${COMPLETION-CANDIDATES}; github and json on stdout (default:"
                    + " ${DEFAULT-VALUE}).")
    private ProblemFormat format = ProblemFormat.text;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try {
            new Planner(Project.here(), Catalog.load()).validate(scenarios.folder());
        } catch (InvalidFilesException e) {
            e.problems().forEach(p -> format.line(p).ifPresent(out::println));
            throw e; // told to persons, and made an exit code of, as everywhere
        }
        if (format == ProblemFormat.text) {
            out.println("All files are valid.");
        }
        return 0;
    }
}
