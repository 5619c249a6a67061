package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Something nobody here wrote: Debian's MediaWiki, healthy and with the tap's injections. */
class MediaWikiIT {

    private static final List<Injection> INJECTIONS = List.of(
            new Injection(
                    "api-secure-flag-over-http",
                    "api/two-leg-login",
                    "okhttp",
                    "no-secure-over-http",
                    "cookie enwiki_session"),
            new Injection(
                    "bfcache-after-logout",
                    "logout/back-after-logout",
                    "chromium-headless-shell",
                    "response",
                    "no-store"),
            new Injection(
                    "delete-never-set-cookies",
                    "api/two-leg-login",
                    "okhttp",
                    "no-deletion-of-unknown-cookie",
                    "cookie enwikiUserID"),
            new Injection(
                    "delete-scope-mismatch",
                    "logout/this-session",
                    "okhttp",
                    "deletion-matches-scope",
                    "cookie enwiki_session"),
            new Injection(
                    "forcehttps-flapping",
                    "login/over-http-ends-on-https",
                    "okhttp",
                    "one-final-state",
                    "cookie forceHTTPS"),
            new Injection(
                    "keep-me-logged-in-forced-on",
                    "login/not-remembered",
                    "okhttp",
                    "holds",
                    "lifetime of enwiki_session"),
            new Injection(
                    "maxage-only-becomes-rfc2965",
                    "login/remembered-on-one-site",
                    "okhttp",
                    "expiry-attributes-agree",
                    "cookie enwikiToken"),
            new Injection("redirect-set-cookie-lost", "login/form-over-https", "okhttp", "signed-in-as", "at first"),
            new Injection(
                    "same-site-strict",
                    "login/from-a-link-of-another-site",
                    "chromium-headless-shell",
                    "page",
                    "wgUserName"),
            new Injection(
                    "set-cookie-on-cacheable",
                    "cache/anonymous-article",
                    "okhttp",
                    "no-cookie-on-cacheable",
                    "cookie WMF-Last-Access"),
            new Injection(
                    "ss-lax-default",
                    "login/in-a-frame-of-another-site",
                    "chromium-third-party-allowed",
                    "capture",
                    "wgUserName"));

    /** The others, and why they say nothing here. */
    private static final Map<String, String> NOT_HERE = Map.of(
            "central-session-not-persistent", "it drops a cookie of a wiki that a centralauth_Token has signed in",
            "edge-login-cookies-after-body", "it is about an image of CentralAuth's",
            "php-name-mangling", "it renames CentralAuth's cookies",
            "top-level-auto-login-forgotten", "it drops a cookie of CentralAuth's",
            "preview-uncacheable-for-history", "1.39 does that by itself: ci/known/mediawiki.yaml");

    @TempDir
    private Path reports;

    static List<Injection> injections() {
        return INJECTIONS;
    }

    /** Three times in a row, each with starts of its own. */
    @RepeatedTest(3)
    void theGateHasNoUnexplainedFinding() {
        RunOutcome outcome = Runs.play(Selection.ofPlan("mediawiki"), reports);
        assertWell(outcome);
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict() == Verdict.KNOWN)
                .hasSize(4);
        assertThat(outcome.results())
                .extracting(r -> r.run().variant())
                .contains("default", "same-site-none", "use-cdn", "secure-login");
    }

    /** Those that the gate does not start. */
    @ParameterizedTest
    @ValueSource(strings = {"force-https", "same-site-none-legacy", "sessions-in-database", "sessions-in-redis"})
    void theOtherVariantsSignInAndOut(String variant, @TempDir Path folder) throws IOException {
        Path plan = folder.resolve("one-variant.yaml");
        Files.writeString(plan, """
                plan: One variant of MediaWiki
                target: mediawiki
                variants: [%s]
                # Over http these send to https, or say SameSite=None all the same (ci/targets/README.md).
                schemes: [https]
                profiles: [okhttp]
                scenarios: [edit/stale-token, login/form-over-https, logout/this-session]
                required: ["**"]
                """.formatted(variant));
        RunOutcome outcome = Runs.play(Selection.ofPlan(plan.toString()), reports);
        assertWell(outcome);
        assertThat(outcome.results()).hasSize(3).allMatch(r -> r.run().variant().equals(variant));
    }

    private static void assertWell(RunOutcome outcome) {
        assertThat(outcome.results())
                .allSatisfy(r -> assertThat(r.verdict())
                        .as(r.cell() + " " + r.reason() + " " + r.findings())
                        .isIn(Verdict.PASSED, Verdict.KNOWN, Verdict.NOT_APPLICABLE))
                .filteredOn(r -> r.verdict() != Verdict.KNOWN)
                .allSatisfy(r -> assertThat(r.findings()).as("%s", r.cell()).isEmpty());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @MethodSource("injections")
    void anInjectionAtTheTapIsFound(Injection injection) {
        injection.assertFound(Runs.play(injection.in("mediawiki"), reports));
    }

    @Test
    void everyRegressionThatTheTapCanInjectIsFoundHereOrSaidToSayNothing() {
        Injection.assertAllTold(INJECTIONS, NOT_HERE.keySet());
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
        RunOutcome outcome = Runs.play(
                Selection.ofPlan("mediawiki")
                        .withInject(rule.toString())
                        .withProfiles(List.of("okhttp"))
                        .withScenarios(List.of("api/two-leg-login")),
                reports);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINDING);
        assertThat(outcome.results())
                .allSatisfy(r -> assertThat(r.run().regression()).contains("no-http-only"))
                .anySatisfy(r -> assertThat(r.findings())
                        .anyMatch(f -> f.check().equals("session-cookies-http-only")
                                && f.subject().contains("enwiki_session")));
    }
}
