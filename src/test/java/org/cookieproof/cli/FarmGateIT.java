package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The farm's own numbers keep to {@code ci/farm-gate.yaml} as long as nothing is injected into it. */
@Timeout(120)
class FarmGateIT {

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void copyTheProject() throws IOException {
        ProjectCopy.into(home);
    }

    private int run(String... more) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(new StringWriter()));
        String before = System.getProperty("cookieproof.home", "");
        System.setProperty("cookieproof.home", home.toString());
        try {
            return commandLine.execute(
                    Stream.concat(Stream.of("run", "--plan", "farm-gate", "--profile", "okhttp"), Stream.of(more))
                            .toArray(String[]::new));
        } finally {
            System.setProperty("cookieproof.home", before);
        }
    }

    @Test
    void aHealthyFarmKeepsToItAlsoWhereItsSessionsAreCorrupted() {
        assertThat(run("--tag", "gate,corrupt-session,session-data")).isZero();
        assertThat(out.toString())
                .containsPattern("server-errors: 0 → 0, moved by 0")
                .containsPattern("badtoken: 0 → 0, moved by 0")
                .containsPattern("need-token: 0 → [1-9]");
    }

    @ParameterizedTest
    @CsvSource({"corrupt-session-is-500, server-errors", "session-blob-last-write-wins, badtoken"})
    void aDefectMovesTheNumberThatAnOperatorWouldWatch(String regression, String signal) {
        assertThat(run("--inject", regression)).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("✗ " + signal + ": 0 → [1-9][0-9]*, moved by [1-9][0-9]*, at most 0");
    }
}
