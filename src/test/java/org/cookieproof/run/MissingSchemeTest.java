package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a target does not serve is not asked for, and missed where a plan requires it (T50501). */
class MissingSchemeTest {

    private static final Catalog CATALOG = Catalog.load();

    @TempDir
    private Path home;

    @BeforeEach
    void makeTheProject() throws IOException {
        SmallProject.in(home);
        Files.copy(Path.of("browsers/okhttp.yaml"), home.resolve("browsers/okhttp.yaml"));
        write("ci/targets/farm.yaml", Files.readString(Path.of("ci/targets/farm.yaml")));
        write("scenarios/central.yaml", "scenario: C\nsource: T1\nsteps:\n  - visit: { at: [first, central] }\n");
        write(
                "scenarios/upgraded.yaml",
                "scenario: U\nsource: T1\nsteps:\n  - visit: { at: first }\n  - visit: { at: central }\n    scheme: https\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
    }

    /** A copy of the farm that serves so much of it. */
    private void serving(String schemes) throws IOException {
        write("ci/targets/half.yaml", Files.readString(Path.of("ci/targets/farm.yaml")) + "schemes: " + schemes + "\n");
    }

    private PlannedRun plan(String plan) {
        return new Planner(new Project(home), CATALOG)
                .plan(Selection.ofPlan(plan).withTarget("half"));
    }

    private Map<String, String> reasons() throws IOException {
        write("ci/local.yaml", "plan: L\ntarget: farm\n");
        return plan("local").cells().stream()
                .collect(Collectors.toMap(
                        c -> c.id().scenario() + " " + c.id().scheme(),
                        c -> c.decided().map(PlannedCell.Decided::reason).orElse("played")));
    }

    @Test
    void aSchemeThatNobodyServesIsMissingInEveryCellThatAsksForIt() throws IOException {
        serving("http");
        assertThat(reasons())
                .containsEntry("good http", "played")
                .containsEntry("good https", "the target has no TLS")
                .containsEntry("upgraded http", "the target has no TLS")
                .containsEntry("central https", "the target has no TLS");
    }

    @Test
    void aSchemeThatOneSiteLacksIsMissingWhereAStepGoesThereOverIt() throws IOException {
        serving("{ central: https }");
        assertThat(reasons())
                .containsEntry("good http", "played")
                .containsEntry("central http", "the target has no plain http at 'central'")
                .containsEntry("central https", "played")
                .containsEntry("upgraded http", "played");
    }

    @Test
    void aPlanRequiresItsSchemesOfWhicheverTarget() throws IOException {
        serving("http");
        write(
                "ci/gate.yaml",
                "plan: G\ntarget: farm\nrequired: [ good, { scenario: \"*\", scheme: https }, { scenario: good, scheme:"
                        + " [http, https] } ]\n");
        PlannedRun run = plan("gate");
        assertThat(run.required())
                .extracting(Requirement::toString)
                .containsExactlyInAnyOrder(
                        "good", "good over https", "good over http", "central over https", "upgraded over https");
        assertThat(ExitCode.missing(run.required(), List.of())).hasSize(5);
        assertThat(run.cells())
                .filteredOn(c -> c.id().scheme() == Scheme.HTTPS)
                .allSatisfy(c -> assertThat(c.decided()).isPresent());
    }

    @Test
    void theDefaultPlanRequiresNothingOfATargetThatIsNotItsOwn() throws IOException {
        serving("http");
        write("ci/local.yaml", "plan: L\ntarget: farm\nrequired: \"**\"\n");
        assertThat(plan("local").required()).isEmpty();
        assertThat(new Planner(new Project(home), CATALOG)
                        .plan(Selection.ofPlan("local"))
                        .required())
                .hasSize(3);
    }
}
