package org.cookieproof.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --scenarios DIR}, for every command that reads scenarios. */
final class ScenarioFolderOption {

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = "A folder of scenarios instead of the project's own.")
    private @Nullable Path folder;

    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }
}
