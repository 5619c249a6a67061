package org.cookieproof.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieAccount.Fate;
import org.cookieproof.evidence.CookieAccount.Line;
import org.cookieproof.evidence.CookieAccount.StepJar;
import org.cookieproof.evidence.CookieAccount.Witness;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Jar.Held;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.KnownCause;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.StepResult;
import org.cookieproof.result.Verdict;

/** A run against a target that attacks whatever shows it: its words stand in every text that a result has. */
public final class HostileRun {

    /** Markup, a script's end, a template's end, an XML section's end, a workflow command, controls, bidi, a torn pair. */
    public static final String EVIL = "\"'><script>alert(1)</script></template></style><img src=x onerror=alert(2)>"
            + "<svg onload=alert(3)>]]>%0A::error::x ##[error]x ##[add-mask]a ${alert(4)} javascript:alert(5)"
            + "\u0000\u0007\u001b[31m\u001b]0;owned\u0007\r\n::warning::y\n \t::stop-commands::z\u0085\u009b31m\u202eevil\u2066\u2028\ud800";

    private static final CellId CELL = new CellId(new ScenarioId("a/" + EVIL), new ProfileId(EVIL), Scheme.HTTPS);

    private static final KnownCause CAUSE =
            new KnownCause(EVIL, EVIL, EVIL, EVIL, LocalDate.parse("2027-01-01"), Set.of());

    private HostileRun() {}

    /** Writes it. */
    public static void write(RunDirectory run) {
        new SignalMoves(List.of(new SignalMove(EVIL, 0, 0, 0, Optional.of(EVIL), OptionalInt.of(1))))
                .write(run.signals());
        Map<String, String> attachments = new LinkedHashMap<>(CellArchive.write(
                run,
                CELL,
                recording(),
                CookieLife.of(recording(), PublicSuffixes.SINGLE_LABELS, Set.of()),
                Optional.of(EVIL.getBytes(StandardCharsets.UTF_8))));
        attachments.put(CellArchive.JARS, CellArchive.writeAccount(run, CELL, 1, account()));
        Finding finding = new Finding(
                EVIL, EVIL, Severity.ERROR, EVIL, EVIL, EVIL, OptionalInt.of(1), Optional.of(EVIL + ": " + EVIL));
        try (ResultsFile results = ResultsFile.open(run.results())) {
            for (Verdict verdict : Verdict.values()) {
                CellId cell = verdict == Verdict.FAILED
                        ? CELL
                        : new CellId(new ScenarioId(verdict + EVIL), new ProfileId(EVIL), Scheme.HTTP);
                results.append(result(cell, verdict, finding, attachments));
            }
        }
        KnownBites.Entry entry = new KnownBites.Entry(EVIL, 3, List.of(EVIL, EVIL), CAUSE);
        new KnownBites(List.of(entry), List.of(entry)).write(run.known());
    }

    private static CellResult result(CellId cell, Verdict verdict, Finding finding, Map<String, String> attachments) {
        boolean found = verdict == Verdict.FAILED || verdict == Verdict.KNOWN;
        return new CellResult(
                new RunKey(EVIL, EVIL, EVIL, Optional.of(EVIL)),
                cell,
                EVIL,
                EVIL,
                verdict,
                EVIL,
                1,
                List.of(new StepResult(1, EVIL, EVIL + ":12,title=x::y", "failed", 1)),
                found ? List.of(finding) : List.of(),
                verdict == Verdict.FAILED ? attachments : Map.of(),
                List.of(new Attempt(verdict, EVIL, 1, attachments), new Attempt(Verdict.PASSED, EVIL, 1, Map.of())),
                verdict == Verdict.KNOWN ? List.of(CAUSE) : List.of(),
                Map.of());
    }

    private static CookieAccount account() {
        Held cookie = new Held(EVIL, EVIL, EVIL, false, EVIL, null, true, null, null);
        return new CookieAccount(
                List.of(new Line(1, 0, Fate.REFUSED, EVIL)),
                List.of(
                        new StepJar(1, Witness.MODEL, EVIL, List.of(cookie)),
                        new StepJar(1, Witness.USER_AGENT, EVIL, List.of(cookie), EVIL)));
    }

    private static Recording recording() {
        return new Recording(List.of(new Exchange(
                1,
                Instant.parse("2026-11-21T21:16:34Z"),
                Duration.ofMillis(3),
                Exchange.Sender.USER_AGENT,
                1,
                false,
                new Request(
                        "GET",
                        Url.of(Scheme.HTTPS, "en.wikipedia.test", "/" + EVIL),
                        Headers.of("Cookie", EVIL + "=1"),
                        Body.EMPTY),
                new Response(
                        200,
                        EVIL,
                        Headers.of(EVIL, EVIL, "Set-Cookie", EVIL + "=" + EVIL),
                        Body.of("<title>" + EVIL + "</title>")),
                null)));
    }
}
