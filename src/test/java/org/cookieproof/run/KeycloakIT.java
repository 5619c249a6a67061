package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another thing that nobody here wrote, and no MediaWiki: Keycloak with two relying parties, healthy and with the tap's
 * injections. Each run starts it anew; a quarter of an hour in all, and 177 MB to fetch before the first.
 */
@Tag("nightly")
class KeycloakIT {

    private static final List<Injection> INJECTIONS = List.of(
            new Injection(
                    "delete-scope-mismatch",
                    "logout/this-session",
                    "okhttp",
                    "deletion-matches-scope",
                    "cookie mod_auth_openidc_session"),
            new Injection(
                    "maxage-only-becomes-rfc2965",
                    "sign-on/logout-at-one-ends-both",
                    "okhttp",
                    "deleted",
                    "mod_auth_openidc_session"),
            new Injection(
                    "redirect-set-cookie-lost", "login/form-over-https", "okhttp", "flow-log-in", "log-in at first"),
            new Injection(
                    "same-site-strict",
                    "sign-on/from-a-link-of-another-site",
                    "chromium-headless-shell",
                    // The way back from Keycloak is another site's, and the log-in ends there.
                    "flow-log-in",
                    "log-in at first"),
            new Injection(
                    "ss-lax-default",
                    "sign-on/embedded-in-another-site",
                    "chromium-third-party-allowed",
                    "capture",
                    "id=\"user\""));

    /** The others, and why they say nothing here. */
    private static final Map<String, String> NOT_HERE = Map.ofEntries(
            Map.entry("api-secure-flag-over-http", "it is about plain http, which nothing here serves"),
            Map.entry("bfcache-after-logout", "it is about MediaWiki's form"),
            Map.entry("central-session-not-persistent", "it is about CentralAuth's cookies"),
            Map.entry("delete-never-set-cookies", "it is about MediaWiki's API"),
            Map.entry("edge-login-cookies-after-body", "it is about an image of CentralAuth's"),
            Map.entry("forcehttps-flapping", "it is about a cookie of MediaWiki's"),
            Map.entry("keep-me-logged-in-forced-on", "it is about MediaWiki's session cookies"),
            Map.entry("php-name-mangling", "it renames CentralAuth's cookies"),
            Map.entry("preview-uncacheable-for-history", "there is nothing to edit"),
            Map.entry("set-cookie-on-cacheable", "no page here may be kept by a shared cache"),
            Map.entry("top-level-auto-login-forgotten", "it drops a cookie of CentralAuth's"));

    @TempDir
    private Path reports;

    static List<Injection> injections() {
        return INJECTIONS;
    }

    @RepeatedTest(3)
    void thePlanHasNoFinding() {
        RunOutcome outcome = Runs.play(Selection.ofPlan("keycloak"), reports);
        assertThat(outcome.results())
                .allSatisfy(r -> assertThat(r.verdict())
                        .as(r.cell() + " " + r.reason() + " " + r.findings())
                        .isIn(Verdict.PASSED, Verdict.KNOWN, Verdict.NOT_APPLICABLE, Verdict.NOT_RUN))
                .allSatisfy(r -> assertThat(r.findings().isEmpty() || r.verdict() == Verdict.KNOWN)
                        .as("%s", r.cell())
                        .isTrue());
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict().executed())
                .extracting(r -> r.run().variant())
                .contains("default", "short-sessions");
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict() == Verdict.KNOWN)
                .allMatch(r -> r.cell().scenario().value().equals("sign-on/expired"));
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict() == Verdict.PASSED)
                .extracting(r -> r.cell().profile().value())
                .contains("chromium-headless-shell", "firefox", "okhttp", "curl", "chromium-third-party-allowed");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @MethodSource("injections")
    void anInjectionAtTheTapIsFound(Injection injection) {
        injection.assertFound(Runs.play(injection.in("keycloak"), reports));
    }

    @Test
    void everyRegressionThatTheTapCanInjectIsFoundHereOrSaidToSayNothing() {
        Injection.assertAllTold(INJECTIONS, NOT_HERE.keySet());
    }
}
