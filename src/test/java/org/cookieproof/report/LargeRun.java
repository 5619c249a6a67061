package org.cookieproof.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Redaction;
import org.cookieproof.evidence.Redactor;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.RunManifest.AboutProfile;
import org.cookieproof.result.RunManifest.AboutScenario;
import org.cookieproof.result.Verdict;

/** 50 scenarios × 30 profiles × 2 schemes, of which a third fail with two of 150 findings, each with a recording. */
public final class LargeRun {

    public static final int CELLS = 3_000;
    public static final int FINDINGS = 150;

    private static final RunKey RUN = new RunKey("20261121-211630-farm-3000", "farm", "default", Optional.empty());
    private static final Recording RECORDING = Transcript.logout();
    private static final Redactor REDACTOR = new Redaction(new byte[32]).harvest(RECORDING, List.of());
    private static final List<CookieLife> LIVES = CookieLife.of(RECORDING, PublicSuffixes.SINGLE_LABELS, Set.of());

    private LargeRun() {}

    /** Writes it. */
    public static void write(RunDirectory directory) {
        Map<ScenarioId, AboutScenario> scenarios = new LinkedHashMap<>();
        Map<ProfileId, AboutProfile> profiles = new LinkedHashMap<>();
        List<CellResult> results = new ArrayList<>();
        for (int s = 0; s < 50; s++) {
            ScenarioId scenario = new ScenarioId("flow-" + s % 7 + "/scenario-" + s);
            scenarios.put(
                    scenario, new AboutScenario(title(s), List.of("T" + (124000 + s)), Set.of("gate", "tag-" + s % 5)));
            for (int p = 0; p < 30; p++) {
                ProfileId profile = new ProfileId("profile-" + p);
                profiles.put(profile, new AboutProfile("Profile " + p, p < 10 ? "browser" : "http-client"));
                for (Scheme scheme : Scheme.values()) {
                    results.add(result(directory, s, results.size(), new CellId(scenario, profile, scheme)));
                }
            }
        }
        new RunManifest(
                        RUN,
                        Instant.parse("2026-11-21T21:16:30Z"),
                        "ci/large.yaml",
                        results.stream().map(CellResult::cell).toList(),
                        scenarios,
                        profiles,
                        List.of())
                .write(directory.manifest());
        try (ResultsFile file = ResultsFile.open(directory.results())) {
            results.forEach(file::append);
        }
    }

    private static String title(int scenario) {
        return "Something happens for the " + scenario + "th time and nothing else does";
    }

    private static CellResult result(RunDirectory directory, int scenario, int number, CellId cell) {
        // Alike for both schemes of a pair.
        int pair = number / 2;
        Verdict verdict = switch (pair % 6) {
            case 0, 1 -> Verdict.FAILED;
            case 5 -> Verdict.NOT_APPLICABLE;
            default -> Verdict.PASSED;
        };
        int failure = pair / 6 * 2 + pair % 6;
        List<Finding> findings = verdict == Verdict.FAILED
                ? List.of(finding(failure % FINDINGS), finding((failure * 7 + 1) % FINDINGS))
                : List.of();
        // One cell of each finding will do: the report shows one.
        Map<String, String> attachments = verdict == Verdict.FAILED && failure < FINDINGS && number % 2 == 0
                ? CellArchive.write(
                        directory,
                        cell,
                        REDACTOR.recording(RECORDING),
                        LIVES.stream().map(REDACTOR::life).toList(),
                        Optional.empty())
                : Map.of();
        return new CellResult(
                RUN,
                cell,
                title(scenario),
                "engine 1.0",
                verdict,
                verdict == Verdict.PASSED ? "" : verdict + " for reason " + number % 40,
                100 + number,
                List.of(),
                findings,
                attachments);
    }

    private static Finding finding(int number) {
        return new Finding(
                "check-" + number % 12,
                "RFC6265bis-5.7",
                Severity.ERROR,
                "cookie number-" + number + " at first",
                "this much",
                "that much",
                OptionalInt.of(8),
                Optional.empty());
    }
}
