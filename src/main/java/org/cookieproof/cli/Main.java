package org.cookieproof.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.cookieproof.run.ExitCode;
import org.cookieproof.yaml.InvalidFilesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./cookieproof}. */
@Command(
        name = "cookieproof",
        description =
                "Plays sign-in scenarios through many user agents against a session service, and shows on the wire"
                        + " what broke.",
        subcommands = {
            RunCommand.class,
            ListCommand.class,
            ValidateCommand.class,
            InitCommand.class,
            FarmCommand.class,
            ReproCommand.class,
            ReportCommand.class,
            MergeCommand.class,
            PassportCommand.class,
            DoctorCommand.class,
            TestCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "cookieproof 0.1.0",
        footer = {
            "",
            "Set-up flags, before or after the command:",
            "  --yes          install missing Debian packages (as root) without asking",
            "  --no-install   never install anything",
            "",
            "Exit codes: 0 all well; 1 a finding; 2 usage, or a file is invalid;",
            "3 could not run; 4 a known issue has expired, or did not happen in cells",
            "that ran; 5 flaky, with --fail-on-flaky; 16 two targets differ;",
            "130 interrupted.",
            "Every option of a command can be given as COOKIEPROOF_OPTION in the",
            "environment; NO_COLOR is honoured."
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, ready to execute; tests call it as the launcher does. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(
                System.getenv("NO_COLOR") == null ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF));
        commandLine.registerConverter(boolean.class, new FlagWord());
        commandLine.setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
        commandLine.setExecutionExceptionHandler((e, command, result) -> {
            PrintWriter err = command.getErr();
            if (e instanceof InvalidFilesException invalid) {
                invalid.problems().forEach(err::println);
                int count = invalid.problems().size();
                err.println(count + (count == 1 ? " problem." : " problems.") + " Nothing was run.");
                return ExitCode.USAGE.code();
            }
            if (e instanceof UsageException) {
                err.println(e.getMessage());
                return ExitCode.USAGE.code();
            }
            Throwable cause = e instanceof UncheckedIOException ? e.getCause() : null;
            err.println(Terminal.told("cookieproof: " + (e.getMessage() == null ? e.toString() : e.getMessage())
                    + (cause == null ? "" : ": " + cause.getMessage())));
            if (System.getenv("COOKIEPROOF_DEBUG") != null) {
                e.printStackTrace(err);
            }
            return ExitCode.COULD_NOT_RUN.code();
        });
        return commandLine;
    }
}
