package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A flag that the environment says, the command line says, or both, is a yes. */
class FlagsTest {

    record Flag(String command, String name) {
        String variable() {
            return "COOKIEPROOF_"
                    + name.substring(2).toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        }
    }

    static List<Flag> flags() {
        List<Flag> flags = Main.commandLine().getSubcommands().entrySet().stream()
                .flatMap(c -> c.getValue().getCommandSpec().options().stream()
                        .filter(o -> o.typeInfo().isBoolean() && !o.usageHelp() && !o.versionHelp())
                        .map(o -> new Flag(c.getKey(), o.longestName())))
                .toList();
        assertThat(flags).contains(new Flag("run", "--headed"), new Flag("repro", "--keep-open"));
        return flags;
    }

    private static boolean said(Flag flag, Map<String, String> environment, String... more) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setDefaultValueProvider(new EnvironmentDefaults(environment));
        CommandLine command = commandLine.getSubcommands().get(flag.command());
        List<String> needed = command.getCommandSpec().positionalParameters().stream()
                .filter(p -> p.required() || flag.command().equals("repro"))
                .map(p -> "cell")
                .toList();
        commandLine.parseArgs(Stream.of(Stream.of(flag.command()), Stream.of(more), needed.stream())
                .flatMap(s -> s)
                .toArray(String[]::new));
        OptionSpec option = command.getCommandSpec().findOption(flag.name());
        return option.<Boolean>getValue();
    }

    @ParameterizedTest
    @MethodSource("flags")
    void aFlagIsAYesWhereverItIsSaid(Flag flag) {
        assertThat(said(flag, Map.of())).isFalse();
        assertThat(said(flag, Map.of(), flag.name())).isTrue();
        for (String yes : List.of("1", "true", "yes")) {
            assertThat(said(flag, Map.of(flag.variable(), yes))).isTrue();
            assertThat(said(flag, Map.of(flag.variable(), yes), flag.name())).isTrue();
        }
        for (String no : List.of("0", "false", "")) {
            assertThat(said(flag, Map.of(flag.variable(), no))).isFalse();
            assertThat(said(flag, Map.of(flag.variable(), no), flag.name())).isTrue();
        }
    }

    @Test
    void whatIsNeitherYesNorNoIsAMistake() {
        assertThatThrownBy(() -> said(new Flag("run", "--headed"), Map.of("COOKIEPROOF_HEADED", "maybe")))
                .hasMessageContaining("'maybe' is neither 1, true, yes nor 0, false, no");
    }
}
