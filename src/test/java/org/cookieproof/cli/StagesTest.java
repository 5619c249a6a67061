package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must have run before a stage of a deployment, and what a plan for any target requires. */
class StagesTest {

    @TempDir
    private Path home;

    private MoodyProject project;

    @BeforeEach
    void makeTheProject() {
        project = new MoodyProject(home);
        project.write("scenarios/two.yaml", scenario("Two", "schemes: [http]\n"));
        project.write("scenarios/three.yaml", scenario("Three", "schemes: [http]\n"));
        project.write("scenarios/scripted.yaml", scenario("Scripted", "schemes: [http]\nneeds: [scripts]\n"));
        project.write("scenarios/other-domain.yaml", scenario("Other", "").replace("first", "other"));
        plan("target: moody\n");
    }

    private static String scenario(String title, String more) {
        return "scenario: " + title + "\nsource: [T1]\n" + more + "steps:\n  - visit: { at: first }\n";
    }

    private void plan(String head) {
        project.write("ci/staged.yaml", "plan: Staged\n" + head + """
                scenarios: one
                stages:
                  group0: [ { scenario: two } ]
                  group1: [ { scenario: [one], profile: okhttp, scheme: http } ]
                  group2: [ { scenario: scripted } ]
                  group3: [ { scenario: other-domain, scheme: https } ]
                """);
    }

    private int run(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "run";
        args[1] = "--plan";
        args[2] = "staged";
        System.arraycopy(more, 0, args, 3, more.length);
        return project.cookieproof(args);
    }

    @Test
    void aStagePlaysWhatItNamesAndWhatTheStagesBeforeItName() {
        assertThat(run("--stage", "group0")).isZero();
        assertThat(project.only().cell().scenario().value()).isEqualTo("two");
        assertThat(run("--stage", "group1")).isZero();
        assertThat(project.last().results())
                .extracting(r -> r.cell().scenario().value())
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void oneWhereACellOfTheStageFailed() {
        project.answers("500");
        assertThat(run("--stage", "group1")).isEqualTo(1);
    }

    @Test
    void threeWhereACellIsNotApplicable() {
        assertThat(run("--stage", "group2")).isEqualTo(3);
        assertThat(project.out.toString())
                .contains("Required by the stage group2 and not passed:")
                .contains("  scripted × okhttp × http: not-applicable, the profile cannot do: scripts");
    }

    @Test
    void threeWhereACellIsNotRun() {
        assertThat(run("--stage", "group3")).isEqualTo(3);
        assertThat(project.out.toString())
                .contains("  other-domain × okhttp × https: not-run, the target has no site 'other'");
    }

    @Test
    void threeWhereAnotherOptionLeavesACellOut() {
        assertThat(run("--stage", "group1", "--scenario", "one")).isEqualTo(3);
        assertThat(project.out.toString()).contains("  two × okhttp × http: no such cell in this run");
    }

    @Test
    void aPlanForAnyTargetRequiresTheSameOfWhicheverIsNamed() {
        project.write("ci/staged.yaml", "plan: S\ntarget: any\nrequired: [ one, other-domain ]\n");
        assertThat(run("--target", "moody")).isEqualTo(3);
        assertThat(project.out.toString())
                .contains("Required by the plan and not played:")
                .contains("  other-domain: not-run, the target has no site 'other'");
        project.write("ci/staged.yaml", "plan: S\ntarget: any\nrequired: [ { scenario: one, scheme: http } ]\n");
        assertThat(run("--target", "moody")).isZero();
    }

    @Test
    void whatAPlanRequiresOfOneTargetItRequiresOfNoOther() {
        project.write(
                "ci/staged.yaml",
                "plan: S\ntarget: any\nrequired: [ one, { scenario: other-domain, target: [elsewhere] } ]\n");
        assertThat(run("--target", "moody")).isZero();
        project.write(
                "ci/staged.yaml",
                "plan: S\ntarget: any\nrequired: [ one, { scenario: other-domain, target: [elsewhere, moody] } ]\n");
        assertThat(run("--target", "moody")).isEqualTo(3);
    }

    @Test
    void aPlanForAnyTargetHasTheKnownIssuesOfThatTarget() {
        project.write("ci/staged.yaml", "plan: S\ntarget: any\nscenarios: one\n");
        project.answers("500");
        assertThat(run("--target", "moody")).isEqualTo(1);
        project.write(
                "ci/known/moody.yaml",
                "known: K\nissues:\n  - { check: no-server-error, owner: me, bug: T1, reason: r, until: 9999-12-31 }\n");
        assertThat(run("--target", "moody")).isZero();
    }

    @Test
    void aPlanForAnyTargetHasTheKnownIssuesInTheFolderOfThatTarget() {
        project.write("ci/staged.yaml", "plan: S\ntarget: any\nscenarios: one\n");
        project.answers("500");
        String issue = "known: K\nissues:\n  - { check: CHECK, owner: me, bug: T1, reason: r, until: 9999-12-31 }\n";
        project.write("ci/known/elsewhere/fleet.yaml", issue.replace("CHECK", "no-server-error"));
        assertThat(run("--target", "moody")).isEqualTo(1);
        project.write("ci/known/moody/fleet.yaml", issue.replace("CHECK", "no-server-error"));
        assertThat(run("--target", "moody")).isZero();
        project.write("ci/known/moody.yaml", issue.replace("CHECK", "signed-in-as"));
        assertThat(run("--target", "moody")).isEqualTo(4);
    }

    @Test
    void theFirstFailureEndsARunThatIsToFailFast() {
        project.write("ci/staged.yaml", "plan: S\ntarget: moody\nscenarios: [one, two, three]\nfail-fast: true\n");
        project.answers("500");
        assertThat(run("--jobs", "1")).isEqualTo(1);
        assertThat(project.last().results().stream().filter(r -> r.verdict().executed()))
                .hasSize(1);
        assertThat(project.last().results()).hasSize(3);
    }

    @Test
    void aKnownIssueAndAFlakyCellHaveNotPassed() {
        project.answers("500 200");
        assertThat(run("--stage", "group0", "--retries", "1", "--jobs", "1")).isEqualTo(3);
        assertThat(project.out.toString()).contains("  two × okhttp × http: flaky");
        project.answers("500");
        project.write(
                "ci/known/staged.yaml",
                "known: K\nissues:\n  - { check: no-server-error, owner: me, bug: T1, reason: r, until: 9999-12-31 }\n");
        assertThat(run("--stage", "group0")).isEqualTo(3);
        assertThat(project.out.toString()).contains("  two × okhttp × http: known");
    }

    @Test
    void aScenarioThatIsRequiredByItsNameIsMissedWherePlansOwnFiltersLeaveItOut() {
        project.write("ci/staged.yaml", "plan: S\ntarget: moody\nscenarios: one\nrequired: [ one, two ]\n");
        assertThat(run()).isEqualTo(3);
        assertThat(project.out.toString()).contains("  two: no such cell in this run");
    }

    @Test
    void aPatternRequiresWhatThePlanPlaysOfItAndIsMissedWhereThatIsNothing() {
        project.write("ci/staged.yaml", "plan: S\ntarget: moody\nscenarios: one\nrequired: \"*\"\n");
        assertThat(run()).isZero();
        project.write("ci/staged.yaml", "plan: S\ntarget: moody\nscenarios: one\nrequired: [ \"*\", \"t*\" ]\n");
        assertThat(run()).isEqualTo(3);
        assertThat(project.out.toString()).contains("  t*: no such cell in this run");
    }

    /** One more target, so that there is a trait that another may say or not. */
    private void writeAWiki() {
        project.write("ci/targets/wiki.yaml", """
                target: Wiki
                provider: moody
                flows: flows/mediawiki.yaml
                sites: { first: wiki.test }
                traits: { pages: wiki }
                """);
    }

    private void moodyThatIs(String more) {
        project.answers("200");
        project.write("ci/targets/moody.yaml", project.read("ci/targets/moody.yaml") + more);
    }

    @Test
    void aKindOfServiceIsAskedOfWhateverDoesNotSayThatItIsAnother() {
        writeAWiki();
        String required = "required: [ one, { scenario: other-domain, where: { pages: wiki } } ]\n";
        project.write("ci/staged.yaml", "plan: S\ntarget: any\n" + required);
        assertThat(run("--target", "moody")).as("says nothing of it").isEqualTo(3);
        moodyThatIs("traits: { pages: wiki }\n");
        assertThat(run("--target", "moody")).isEqualTo(3);
        moodyThatIs("traits: { pages: own }\n");
        assertThat(run("--target", "moody")).isZero();
        moodyThatIs("traits: { pages: own }\nvariants: { v: { traits: { pages: wiki } } }\n");
        project.write("ci/staged.yaml", "plan: S\ntarget: any\nvariants: [default, v]\n" + required);
        assertThat(run("--target", "moody")).as("is one under a variant").isEqualTo(3);
    }

    @Test
    void noKindOfServiceExcusesAMissingScheme() {
        moodyThatIs("traits: { pages: wiki }\nschemes: http\n");
        project.write("scenarios/secure.yaml", scenario("Secure", ""));
        project.write("ci/staged.yaml", """
                plan: S
                target: any
                required: [ { scenario: secure, scheme: https, where: { pages: wiki } } ]
                stages: { group0: [ { scenario: secure, scheme: https, where: { pages: wiki } } ] }
                """);
        assertThat(run("--target", "moody")).isEqualTo(3);
        assertThat(project.out.toString()).contains("  secure over https: not-run, the target has no TLS");
        assertThat(run("--target", "moody", "--stage", "group0")).isEqualTo(3);
        assertThat(project.out.toString()).contains("  secure × okhttp × https: not-run, the target has no TLS");
    }

    @Test
    void aStageAsksForItsKindOfServiceToo() {
        moodyThatIs("traits: { pages: own }\n");
        writeAWiki();
        project.write(
                "ci/staged.yaml",
                "plan: S\ntarget: any\nstages:\n  g: [ { scenario: two },"
                        + " { scenario: other-domain, where: { pages: wiki } } ]\n");
        assertThat(run("--target", "moody", "--stage", "g")).isZero();
    }

    @Test
    void aKindThatNoTargetIsIsAMistake() {
        moodyThatIs("traits: { pages: wiki }\n");
        project.write(
                "ci/staged.yaml", "plan: S\ntarget: any\nrequired: [ { scenario: one, where: { pages: wikki } } ]\n");
        assertThat(run("--target", "moody")).isEqualTo(2);
        assertThat(project.err.toString())
                .contains("ci/staged.yaml:3:13: unknown value of pages 'wikki'; did you mean 'wiki'?");
        project.write(
                "ci/staged.yaml",
                "plan: S\ntarget: any\nstages: { g: [ { scenario: one, where: { page: wiki } } ] }\n");
        assertThat(project.cookieproof("validate")).isEqualTo(2);
        assertThat(project.err.toString()).contains("unknown trait 'page'; did you mean 'pages'?");
    }

    @Test
    void aTargetAloneIsToldThatNothingWasRequiredOfIt() {
        assertThat(project.cookieproof("run", "--target", "moody")).isZero();
        assertThat(project.out.toString())
                .contains("Nothing was required of 'moody'", "./cookieproof run --plan predeploy --target moody");
    }
}
