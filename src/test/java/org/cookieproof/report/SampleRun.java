package org.cookieproof.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Circumstances;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieDictionary;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Jar;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Redaction;
import org.cookieproof.evidence.Redactor;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.ServerException;
import org.cookieproof.evidence.Severity;
import org.cookieproof.evidence.Sites;
import org.cookieproof.evidence.StepRecord;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownCause;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.LedgerFile;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.RunManifest.AboutProfile;
import org.cookieproof.result.RunManifest.AboutScenario;
import org.cookieproof.result.StepResult;
import org.cookieproof.result.Verdict;

/** A run as it might have been: every verdict, a finding that many cells share, recordings from a real wire. */
public final class SampleRun {

    public static final RunKey RUN = new RunKey("2026-11-21-2116-k3f9", "mediawiki", "centralauth", Optional.empty());
    private static final Instant STARTED = Instant.parse("2026-11-21T21:16:30Z");

    private static final Map<String, String> SCENARIOS = new LinkedHashMap<>();
    private static final Map<String, String> PROFILES = new LinkedHashMap<>();

    static {
        SCENARIOS.put("api/bot-login", "A bot signs in with two requests and edits");
        SCENARIOS.put("api/token-after-login", "A token from before the login is refused after it");
        SCENARIOS.put("login/auto-login-other-domain", "Signing in on one site signs in on another domain");
        SCENARIOS.put("login/http-to-https", "A login that begins on http ends on https, without a loop");
        SCENARIOS.put("login/remember", "A remembered user is still signed in after the browser was restarted");
        SCENARIOS.put("login/session-id-changes", "The session id changes at login");
        SCENARIOS.put("logout/everywhere", "Logging out on one site ends the session on every site");
        SCENARIOS.put("logout/back-button", "The Back button shows no private page after logging out");
        SCENARIOS.put("preview/anonymous", "An anonymous preview keeps what was typed");
        PROFILES.put("chromium", "browser");
        PROFILES.put("chromium-no-third-party", "browser");
        PROFILES.put("firefox", "browser");
        PROFILES.put("webkitgtk", "browser");
        PROFILES.put("curl", "http-client");
        PROFILES.put("okhttp", "http-client");
        PROFILES.put("python-requests", "http-client");
        PROFILES.put("java-http-client", "http-client");
        PROFILES.put("wikipedia-android-2015", "model");
        PROFILES.put("ios-12", "model");
    }

    /** What the deletion is put down to in one cell. */
    public static final KnownCause CAUSE = new KnownCause(
            "ci/known/local.yaml:3",
            "T124409",
            "platform@example.org",
            "the old jar keeps what the logout left",
            LocalDate.parse("2027-03-01"),
            Set.of(deletion().fingerprint()));

    private SampleRun() {}

    /** Writes it and returns its results. */
    public static List<CellResult> write(Path root) {
        RunDirectory directory = new RunDirectory(root);
        List<CellId> cells = cells();
        manifest(cells).write(directory.manifest());
        List<CellResult> results = new ArrayList<>();
        try (ResultsFile file = ResultsFile.open(directory.results())) {
            for (CellId cell : cells) {
                CellResult result = result(directory, cell);
                file.append(result);
                results.add(result);
            }
        }
        new LedgerFile(RUN, Ledger.of(results), STARTED.plusSeconds(252)).write(directory.ledger());
        return results;
    }

    private static List<CellId> cells() {
        List<CellId> cells = new ArrayList<>();
        for (String scenario : SCENARIOS.keySet()) {
            for (String profile : PROFILES.keySet()) {
                for (Scheme scheme : EnumSet.allOf(Scheme.class)) {
                    if (scheme == Scheme.HTTPS || scenario.startsWith("api/") || scenario.startsWith("login/http")) {
                        cells.add(new CellId(new ScenarioId(scenario), new ProfileId(profile), scheme));
                    }
                }
            }
        }
        return cells;
    }

    private static RunManifest manifest(List<CellId> cells) {
        Map<ScenarioId, AboutScenario> scenarios = new LinkedHashMap<>();
        SCENARIOS.forEach((id, title) -> scenarios.put(
                new ScenarioId(id), new AboutScenario(title, List.of("T124409"), Set.of("gate", id.split("/")[0]))));
        Map<ProfileId, AboutProfile> profiles = new LinkedHashMap<>();
        PROFILES.forEach(
                (id, kind) -> profiles.put(new ProfileId(id), new AboutProfile("The " + id + " profile", kind)));
        ServerException exception = new ServerException(
                "session-cookie-httponly",
                Set.of(Role.FIRST, Role.SIBLING),
                Pattern.compile(".*"),
                Pattern.compile(".*BlockID"),
                "Read by a script to warn a blocked user before an edit",
                "T5233");
        return new RunManifest(RUN, STARTED, "ci/local.yaml", cells, scenarios, profiles, List.of(exception));
    }

    private static CellResult result(RunDirectory directory, CellId cell) {
        String profile = cell.profile().value();
        return switch (cell.scenario().value()) {
            case "logout/everywhere" ->
                profile.equals("ios-12")
                        ? known(cell)
                        : profile.startsWith("chromium-no") ? flaky(directory, cell) : failed(directory, cell);
            case "login/remember" ->
                profile.equals("webkitgtk")
                        ? of(cell, Verdict.BROKEN, "webkitgtk: the driver did not start within 30 s: no display")
                        : PROFILES.get(profile).equals("browser")
                                ? passed(cell)
                                : of(cell, Verdict.NOT_APPLICABLE, "the profile has no persistent-jar");
            case "preview/anonymous" -> of(cell, Verdict.NOT_RUN, "the target has no preview flow");
            case "login/http-to-https" -> profile.equals("java-http-client") ? warned(cell) : passed(cell);
            case "login/auto-login-other-domain" ->
                PROFILES.get(profile).equals("browser")
                        ? passed(cell)
                        : of(cell, Verdict.NOT_APPLICABLE, "the profile has no scripts");
            default -> passed(cell);
        };
    }

    private static CellResult passed(CellId cell) {
        return of(cell, Verdict.PASSED, "");
    }

    private static CellResult of(CellId cell, Verdict verdict, String reason) {
        return new CellResult(
                RUN,
                cell,
                SCENARIOS.get(cell.scenario().value()),
                "",
                verdict,
                reason,
                2140,
                List.of(),
                List.of(),
                Map.of());
    }

    private static CellResult known(CellId cell) {
        return new CellResult(
                RUN,
                cell,
                SCENARIOS.get(cell.scenario().value()),
                "model of iOS 12",
                Verdict.KNOWN,
                "T124409 (platform@example.org, until 2027-03-01): deletion-matches-scope",
                1800,
                steps(),
                List.of(deletion(), secure()),
                Map.of(),
                List.of(new Attempt(Verdict.KNOWN, "T124409", 1800, Map.of())),
                List.of(CAUSE),
                Map.of());
    }

    private static CellResult warned(CellId cell) {
        Finding warning = new Finding(
                "vary-names-cookie",
                "RFC9111-4.1",
                Severity.WARNING,
                "api.php at first: answer depends on Cookie, Vary does not name it",
                "Vary: Cookie",
                "(no Vary)",
                OptionalInt.empty(),
                Optional.empty());
        return new CellResult(
                RUN,
                cell,
                SCENARIOS.get(cell.scenario().value()),
                "java.net.http 17",
                Verdict.PASSED,
                "",
                900,
                List.of(),
                List.of(warning),
                Map.of());
    }

    private static Finding deletion() {
        return new Finding(
                "deletion-matches-scope",
                "RFC6265bis-5.7",
                Severity.ERROR,
                "centralauth_Session, deleted by the logout at first",
                "a deletion of centralauth_Session with domain=.wikipedia.test, as it was set",
                "centralauth_Session=deleted without a Domain: the cookie of .wikipedia.test stays",
                OptionalInt.of(8),
                Optional.of("Set-Cookie: centralauth_Session=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0;"
                        + " path=/; secure; HttpOnly"));
    }

    private static Finding secure() {
        return new Finding(
                "no-secure-on-http",
                "T124252",
                Severity.ERROR,
                "enwikiSession set on a 2xx http response at first",
                "no Secure attribute over http",
                "secure",
                OptionalInt.of(12),
                Optional.of("Set-Cookie: enwikiSession=8s1hrmknrn5hh8icv0pkb0p0jvaqjq7u; path=/; secure; HttpOnly"));
    }

    private static CellResult failed(RunDirectory directory, CellId cell) {
        return withEvidence(directory, cell, Verdict.FAILED, "2 findings: deletion-matches-scope, no-secure-on-http");
    }

    private static CellResult flaky(RunDirectory directory, CellId cell) {
        CellResult first = withEvidence(directory, cell, Verdict.FLAKY, "1 failed, 1 passed of 2 attempts");
        Map<String, String> second =
                CellArchive.write(directory, cell, 2, Transcript.logout(), List.of(), Optional.empty());
        return first.after(
                List.of(
                        new Attempt(Verdict.FAILED, "deletion-matches-scope", 8321, first.attachments()),
                        new Attempt(Verdict.PASSED, "", 6100, second)),
                Verdict.FLAKY,
                first.reason(),
                14_421,
                first.attachments());
    }

    private static CellResult withEvidence(RunDirectory directory, CellId cell, Verdict verdict, String reason) {
        Recording recording = Transcript.logout();
        Redactor redactor = new Redaction("0123456789abcdef".getBytes(StandardCharsets.US_ASCII))
                .harvest(recording, List.of("correct horse"));
        List<CookieLife> lives = CookieLife.of(recording, PublicSuffixes.SINGLE_LABELS, Set.<CookieDeviation>of());
        Map<String, String> attachments = new LinkedHashMap<>(CellArchive.write(
                directory,
                cell,
                redactor.recording(recording),
                lives,
                PROFILES.get(cell.profile().value()).equals("browser") ? Optional.of(screenshot()) : Optional.empty()));
        attachments.put(
                CellArchive.JARS,
                CellArchive.writeAccount(
                        directory, cell, 1, redactor.account(CookieAccount.of(evidence(cell, recording)))));
        return new CellResult(
                RUN,
                cell,
                SCENARIOS.get(cell.scenario().value()),
                "Chromium 156.0.8078.79",
                verdict,
                reason,
                8321,
                steps(),
                List.of(redactor.finding(deletion()), redactor.finding(secure())),
                attachments);
    }

    /** Of a user agent whose jar cannot be read, so that the model's stands in. */
    private static Evidence evidence(CellId cell, Recording recording) {
        List<StepRecord> played = steps().stream()
                .filter(s -> !s.outcome().equals("not-reached"))
                .map(s -> new StepRecord(
                        s.index(), s.title(), s.position(), new Jar.Opaque("a recording has no jar to ask")))
                .toList();
        return new Evidence(
                cell,
                new Sites(Map.of()),
                CookieDictionary.EMPTY,
                Set.of(),
                Set.of(),
                List.of(),
                PublicSuffixes.SINGLE_LABELS,
                recording,
                played,
                List.of(),
                Set.of(),
                Circumstances.ORDINARY);
    }

    private static List<StepResult> steps() {
        String file = "scenarios/logout/everywhere.yaml:";
        return List.of(
                new StepResult(1, "log-in as alice at first", file + "8", "done", 2310),
                new StepResult(2, "visit other", file + "9", "done", 840),
                new StepResult(3, "keep-jar before-logout", file + "11", "done", 2),
                new StepResult(
                        4,
                        "log-out at first, expect session-bearing cookies deleted from first, central",
                        file + "12",
                        "failed",
                        1220),
                new StepResult(
                        5,
                        "visit first, sibling, other, central, expect signed-in-as nobody",
                        file + "15",
                        "done",
                        2904),
                new StepResult(
                        6, "replay before-logout at first, sibling, other, central", file + "17", "not-reached", 0));
    }

    private static byte[] screenshot() {
        BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xf6f6f6));
        graphics.fillRect(0, 0, 640, 360);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(140, 60, 470, 280);
        graphics.setColor(new Color(0xa2a9b1));
        graphics.drawRect(140, 60, 470, 280);
        graphics.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
