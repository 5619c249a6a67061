package org.cookieproof.provision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Allure's command, where it is on this machine. */
public final class AllureProgram {

    /** The variable that names it. */
    public static final String VARIABLE = "COOKIEPROOF_ALLURE";

    /** How to get it, in one line. */
    public static final String HINT =
            "Allure's own pages are made when its command is on PATH or " + VARIABLE + " names it:"
                    + " unpack io.qameta.allure:allure-commandline (a zip that Maven fetches) and point to its bin/allure";

    private AllureProgram() {}

    /**
     * What {@link #VARIABLE} names, else {@code allure} on the path.
     *
     * @throws IllegalArgumentException when the variable names no program
     */
    public static Optional<Path> find(Map<String, String> environment, SearchPath path) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (named.isEmpty()) {
            return path.find("allure");
        }
        Path program = Path.of(named);
        if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
            throw new IllegalArgumentException(VARIABLE + "=" + named
                    + ": no program there; set it to the file bin/allure of Allure's distribution");
        }
        return Optional.of(program);
    }
}
