package org.cookieproof.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.cookieproof.run.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof test}: stands here for the help; the launcher runs the suite, since it builds what this is. */
@Command(
        name = "test",
        description = "Does all set-up and runs the whole suite: unit, contract, end to end.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Objects.requireNonNull(spec)
                .commandLine()
                .getErr()
                .println("The suite is run by the launcher: ./cookieproof test (or ./mvnw verify)");
        return ExitCode.USAGE.code();
    }
}
