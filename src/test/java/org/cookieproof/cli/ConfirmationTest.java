package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.run.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmationTest {

    private static final Catalog CATALOG = Catalog.load();

    @TempDir
    private Path home;

    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void copyTheProject() throws IOException {
        ProjectCopy.into(home);
    }

    private PlannedRun plan(String host, String more) {
        try {
            Files.writeString(
                    home.resolve("ci/targets/ours.yaml"),
                    "target: Ours\nprovider: deployment\nflows: flows/mediawiki.yaml\nsites: { first: " + host + " }\n"
                            + more);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Planner(new Project(home), CATALOG)
                .plan(Selection.ofPlan("local")
                        .withTarget("ours")
                        .withProfiles(List.of("okhttp"))
                        .withScenarios(List.of("api/two-leg-login")));
    }

    private Confirmation answering(String answer) {
        return new Confirmation(false, Optional.of(question -> {
            asked.add(question);
            return answer;
        }));
    }

    private static boolean confirmed(PlannedRun run) {
        return run.target().deployment().confirmed();
    }

    @Test
    void aPersonIsAskedByTheNamesOfTheHosts() {
        assertThat(confirmed(answering("Y ").of(plan("en.beta.example", "")))).isTrue();
        assertThat(asked)
                .containsExactly("cookieproof: target 'ours' is not on this machine: requests would go to"
                        + " en.beta.example.\ncookieproof: Go on? [y/N] ");
    }

    @Test
    void whateverIsNoYesIsANo() {
        for (String answer : List.of("", "n", "yep")) {
            assertThatThrownBy(() -> answering(answer).of(plan("en.beta.example", "")))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("Nothing was sent.");
        }
    }

    @Test
    void whereNobodyCanBeAskedItMustHaveBeenSaid() {
        PlannedRun run = plan("en.beta.example", "");
        assertThatThrownBy(() -> new Confirmation(false, Optional.empty()).of(run))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("en.beta.example")
                .hasMessageContaining("--yes (or COOKIEPROOF_YES=1");
        assertThat(confirmed(new Confirmation(true, Optional.empty()).of(run))).isTrue();
    }

    @Test
    void hostsOfThisMachineNeedNobody() {
        Confirmation nobody = new Confirmation(false, Optional.empty());
        assertThat(confirmed(nobody.of(plan("en.wikipedia.test", "")))).isFalse();
        assertThat(confirmed(nobody.of(plan("en.beta.example", "addresses: { en.beta.example: 127.0.0.1 }\n"))))
                .isFalse();
    }

    @Test
    void whoAsksTheSitesAnywayNeedsAWordEvenWhereNothingIsPlayed() {
        PlannedRun run = plan("en.beta.example", "").only(java.util.Set.of());
        assertThatThrownBy(() -> new Confirmation(false, Optional.empty()).ofWhatAsksAnyway(run))
                .isInstanceOf(UsageException.class);
        assertThat(confirmed(new Confirmation(true, Optional.empty()).ofWhatAsksAnyway(run)))
                .isTrue();
    }

    @Test
    void aRunThatPlaysNothingSendsNothing() {
        PlannedRun run = plan("en.beta.example", "");
        assertThat(confirmed(new Confirmation(false, Optional.empty()).of(run.only(java.util.Set.of()))))
                .isFalse();
    }
}
