package org.cookieproof.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--record-times",
            fallbackValue = "true",
            description = "Also write how long its cells took to ci/times/, for 'run --shard' of the same plan.")
    private boolean recordTimes;

    @Option(names = OutputFormat.OPTION, paramLabel = "FORMAT", description = OutputFormat.DESCRIPTION)
    private OutputFormat format = OutputFormat.text;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        RunFolders folders = new RunFolders(Project.here().reports());
        var commandLine = Objects.requireNonNull(spec).commandLine();
        Optional<RunDirectory> found =
                run == null ? folders.newestFirst().stream().findFirst() : folders.named(run);
        if (found.isEmpty()) {
            commandLine
                    .getErr()
                    .println("no run "
                            + (run == null ? "below " + Project.shown(folders.reports()) : "'" + run + "'")
                            + "; './cookieproof run' makes one below reports/");
            return ExitCode.USAGE.code();
        }
        RunDirectory directory = found.get();
        if (recordTimes) {
            Path file = TimesRecord.write(directory, Project.here());
            commandLine.getErr().println("Times: " + Project.shown(file));
        }
        AllReports.write(directory, commandLine.getErr());
        FormatPrinter.print(commandLine.getOut(), format, directory);
        (format.isPure() ? commandLine.getErr() : commandLine.getOut())
                .println("Report: " + Project.shown(directory.index()));
        return 0;
    }
}
