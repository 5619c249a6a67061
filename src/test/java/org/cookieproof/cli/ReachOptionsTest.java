package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.cookieproof.target.Overrides;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReachOptionsTest {

    private static ReachOptions parsed(Map<String, String> environment, String... args) {
        ReachOptions options = new ReachOptions();
        new CommandLine(options)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .parseArgs(args);
        return options;
    }

    @Test
    void hostsAreConfirmedByNameOnTheCommandLineOrInTheEnvironment() {
        assertThat(parsed(Map.of(), "--confirm", "a.example,b.example", "--confirm=c.example")
                        .confirmation()
                        .hosts())
                .containsExactlyInAnyOrder("a.example", "b.example", "c.example");
        assertThat(parsed(Map.of("COOKIEPROOF_CONFIRM", "A.example,b.example"))
                        .confirmation()
                        .hosts())
                .containsExactlyInAnyOrder("a.example", "b.example");
    }

    @Test
    void aYesToPackagesConfirmsNoHost() {
        assertThat(parsed(Map.of("COOKIEPROOF_YES", "1")).confirmation().hosts())
                .isEmpty();
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
