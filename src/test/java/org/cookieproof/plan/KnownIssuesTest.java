package org.cookieproof.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Problem;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownIssuesTest {

    private static final String TWO = """
            known: Two
            issues:
              # the first
              - scenario: logout/*
                profile: [okhttp, "chromium*"]
                scheme: https
                check: signed-in-as
                owner: a
                bug: T1
                reason: >
                  long

                  text
                until: 2027-01-31

              # the second
              - { check: "no-*", owner: a, bug: T2, reason: b, until: 2027-01-31 }
            """;

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private List<KnownIssue> read(String text) throws IOException {
        return KnownIssues.read(Files.writeString(folder.resolve("k.yaml"), text), problems);
    }

    private static CellId cell(String scenario, String profile, Scheme scheme) {
        return new CellId(new ScenarioId(scenario), new ProfileId(profile), scheme);
    }

    private static Finding finding(String check) {
        return new Finding(check, "s", Severity.ERROR, "x", "e", "o", OptionalInt.empty(), Optional.empty());
    }

    @Test
    void anEntryIsAboutTheCellsThatAllItsPatternsMatch() throws IOException {
        KnownIssue first = read(TWO).get(0);
        assertThat(first.isAbout(cell("logout/a", "okhttp", Scheme.HTTPS))).isTrue();
        assertThat(first.isAbout(cell("logout/a", "chromium-webdriver", Scheme.HTTPS)))
                .isTrue();
        assertThat(first.isAbout(cell("logout/a", "curl", Scheme.HTTPS))).isFalse();
        assertThat(first.isAbout(cell("logout/a", "okhttp", Scheme.HTTP))).isFalse();
        assertThat(first.isAbout(cell("login/a", "okhttp", Scheme.HTTPS))).isFalse();
        assertThat(first.expects(finding("signed-in-as"))).isTrue();
        assertThat(first.expects(finding("deleted"))).isFalse();
    }

    @Test
    void anEntryWithoutPatternsIsAboutEveryCell() throws IOException {
        KnownIssue second = read(TWO).get(1);
        assertThat(second.isAbout(cell("login/a", "curl", Scheme.HTTP))).isTrue();
        assertThat(second.expects(finding("no-server-error"))).isTrue();
    }

    @Test
    void aFingerprintNarrowsItToOneFinding() throws IOException {
        Finding meant = finding("deleted");
        KnownIssue issue = read("known: K\nissues:\n  - { check: deleted, fingerprint: " + meant.fingerprint()
                        + ", owner: a, bug: b, reason: c, until: 2027-01-31 }\n")
                .get(0);
        assertThat(issue.expects(meant)).isTrue();
        assertThat(issue.expects(new Finding(
                        "deleted", "s", Severity.ERROR, "y", "e", "o", OptionalInt.empty(), Optional.empty())))
                .isFalse();
    }

    @Test
    void itHoldsOnItsLastDayAndNoLonger() throws IOException {
        KnownIssue issue = read(TWO).get(0);
        assertThat(issue.isExpired(LocalDate.parse("2027-01-31"))).isFalse();
        assertThat(issue.isExpired(LocalDate.parse("2027-02-01"))).isTrue();
    }

    @Test
    void theLinesOfAnEntryAreItsOwnWithoutTheCommentsAroundIt() throws IOException {
        List<KnownIssue> issues = read(TWO);
        assertThat(issues.get(0).at().line()).isEqualTo(4);
        assertThat(issues.get(0).lines())
                .hasSize(11)
                .startsWith("  - scenario: logout/*")
                .endsWith("    until: 2027-01-31");
        assertThat(issues.get(1).lines())
                .containsExactly("  - { check: \"no-*\", owner: a, bug: T2, reason: b, until: 2027-01-31 }");
        assertThat(issues.get(1).at().line()).isEqualTo(17);
    }

    @Test
    void whatIsMissingOrWrongIsToldWithItsPlace() throws IOException {
        assertThat(read("""
                        known: K
                        issues:
                          - { check: deleted, owner: a, bug: b, reason: c, until: soon }
                          - { scenario: x, until: 2027-01-31 }
                          - { check: "[", owner: a, bug: b, reason: c, until: 2027-01-31, chek: x }
                        """)).isEmpty();
        assertThat(problems.sorted())
                .extracting(p -> p.at().line() + " " + p.message())
                .contains(
                        "3 'until' must be a day, as 2027-01-31, not 'soon'",
                        "4 a known issue needs 'owner:'",
                        "4 a known issue needs 'bug:'",
                        "4 a known issue needs 'reason:'",
                        "4 a known issue needs 'check:', the name of the check whose finding is expected")
                .anyMatch(p -> p.startsWith("5 '[' is not a pattern"))
                .anyMatch(p -> p.startsWith("5 unknown key 'chek'; did you mean 'check'?"));
        assertThat(problems.sorted()).extracting(Problem::at).allMatch(at -> at.column() > 1);
    }
}
