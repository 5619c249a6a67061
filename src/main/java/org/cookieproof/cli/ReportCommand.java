package org.cookieproof.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof report [RUN]}. */
@Command(
        name = "report",
        description = "Makes the reports of a run again, also of one that was killed.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "A folder below reports/, or a path to one (default: the newest).")
    private @Nullable String run;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws java.io.IOException {
        Path folder = folder(Project.here().reports());
        var commandLine = Objects.requireNonNull(spec).commandLine();
        if (!Files.isRegularFile(new RunDirectory(folder).manifest())) {
            commandLine
                    .getErr()
                    .println("no run in " + Project.shown(folder) + "; './cookieproof run' makes one below reports/");
            return ExitCode.USAGE.code();
        }
        RunDirectory directory = new RunDirectory(folder.toRealPath());
        AllReports.write(directory, commandLine.getErr());
        commandLine.getOut().println("Report: " + Project.shown(directory.index()));
        return 0;
    }

    /** The newest by name, which begins with the time, so that a killed run is found too. */
    private Path folder(Path reports) throws java.io.IOException {
        if (run != null) {
            Path named = Path.of(run);
            return Files.isDirectory(named) ? named : reports.resolve(run);
        }
        if (!Files.isDirectory(reports)) {
            return reports;
        }
        try (var runs = Files.list(reports)) {
            return runs.filter(r -> Files.isRegularFile(new RunDirectory(r).manifest()))
                    .filter(r -> !Files.isSymbolicLink(r))
                    .max(java.util.Comparator.comparing(Path::getFileName))
                    .orElse(reports.resolve("latest"));
        }
    }
}
