package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something nobody here wrote: the same flow file on Debian's MediaWiki, healthy and with the tap's injections. */
class MediaWikiIT {

    @TempDir
    private Path reports;

    private RunOutcome play(Selection selection) {
        return Runs.play(selection.withProfiles(List.of("chromium-headless-shell", "okhttp")), reports);
    }

    @RepeatedTest(3)
    void aHealthyWikiHasNoFinding() {
        RunOutcome outcome = play(Selection.ofPlan("mediawiki"));
        assertThat(outcome.results())
                .allSatisfy(r -> assertThat(r.findings())
                        .as(r.cell() + " " + r.verdict() + " " + r.reason())
                        .isEmpty());
        assertThat(outcome.ledger().executed()).isEqualTo(outcome.ledger().planned());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aSecureFlagPutOnAtTheTapIsFound() {
        RunOutcome outcome = play(Selection.ofPlan("mediawiki")
                .withInject("api-secure-flag-over-http")
                .withScenarios(List.of("api/two-leg-login")));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINDING);
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict() == Verdict.FAILED)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.findings())
                        .anyMatch(f -> f.check().equals("no-secure-over-http")
                                && f.subject().contains("enwiki_session")
                                && f.header().orElse("").endsWith("; Secure")));
    }

    @Test
    void aRuleOfTheUsersOwnIsFoundUnderTheNameOfItsFile(@TempDir Path folder) throws IOException {
        Path rule = folder.resolve("no-http-only.yaml");
        Files.writeString(rule, """
                regression: Session cookies are kept from JavaScript no longer
                wire:
                  - when: { sets-cookie: ".*[Ss]ession", role: first }
                    rewrite:
                      - replace-in-header: { name: Set-Cookie, find: "(?i); *httponly", with: "" }
                """);
        RunOutcome outcome = play(
                Selection.ofPlan("mediawiki").withInject(rule.toString()).withScenarios(List.of("api/two-leg-login")));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINDING);
        assertThat(outcome.results())
                .allSatisfy(r -> assertThat(r.run().regression()).contains("no-http-only"))
                .anySatisfy(r -> assertThat(r.findings())
                        .anyMatch(f -> f.check().equals("session-cookies-http-only")
                                && f.subject().contains("enwiki_session")));
    }

    @Test
    void aDeletionPutInAtTheTapIsFound() {
        RunOutcome outcome = play(Selection.ofPlan("mediawiki")
                .withInject("delete-never-set-cookies")
                .withScenarios(List.of("api/two-leg-login")));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINDING);
        assertThat(outcome.results())
                .allSatisfy(r -> assertThat(r.findings())
                        .anyMatch(f -> f.check().equals("no-deletion-of-unknown-cookie")
                                && f.subject().contains("enwikiUserID")));
    }
}
