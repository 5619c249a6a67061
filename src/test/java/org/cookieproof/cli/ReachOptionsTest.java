package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.cookieproof.target.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReachOptionsTest {

    private static ReachOptions parsed(Map<String, String> environment, String... args) {
        ReachOptions options = new ReachOptions();
        new CommandLine(options)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .parseArgs(args);
        return options;
    }

    @ParameterizedTest
    @CsvSource({"1, --yes, true", "1, , true", "true, , true", "0, --yes, true", "0, , false", "'', , false"})
    void yesIsSaidOnTheCommandLineOrAsTheLauncherSaysIt(String inEnvironment, String argument, boolean yes) {
        String[] args = argument == null ? new String[0] : new String[] {argument};
        assertThat(parsed(Map.of("COOKIEPROOF_YES", inEnvironment), args)
                        .confirmation()
                        .yes())
                .isEqualTo(yes);
    }

    @Test
    void nothingSaidIsNoYes() {
        assertThat(parsed(Map.of()).confirmation().yes()).isFalse();
        assertThat(parsed(Map.of()).overrides()).isEqualTo(Overrides.NONE);
    }

    @Test
    void allOthersMayBeSaidSeveralTimes() {
        Overrides overrides = parsed(
                        Map.of(),
                        "--resolve",
                        "a.test:::1",
                        "--resolve=b.test:127.0.0.1",
                        "--cacert=ca.pem",
                        "--header",
                        "*: A: b",
                        "--header=a.test: C: d")
                .overrides();
        assertThat(overrides.resolve()).containsExactly("a.test:::1", "b.test:127.0.0.1");
        assertThat(overrides.cacert()).contains(Path.of("ca.pem"));
        assertThat(overrides.headers()).containsExactly("*: A: b", "a.test: C: d");
    }
}
