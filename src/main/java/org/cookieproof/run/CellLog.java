package org.cookieproof.run;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.check.Checks;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.Circumstances;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.ExpectedBackend;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Jar;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Redactor;
import org.cookieproof.evidence.Severity;
import org.cookieproof.evidence.StepRecord;
import org.cookieproof.http.HeaderField;
import org.cookieproof.report.CellArchive;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownCause;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.StepResult;
import org.cookieproof.result.Verdict;
import org.cookieproof.step.Cast;
import org.cookieproof.step.Step;
import org.cookieproof.target.Account;

/** What happens in one cell, and the result made of it. */
final class CellLog {

    private final CellSetup setup;
    private final PlannedCell cell;
    private final long startedAt = System.nanoTime();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<StepRecord>> records = new LinkedHashMap<>();
    private final List<StepResult> steps = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private Map<String, Integer> accountNumbers = Map.of();
    private List<KnownCause> known = List.of();
    private List<Finding> wrongInLast = List.of();
    private int lastStep;
    private String engine = "";
    private Recording recording = Recording.NONE;
    private Map<String, Cast.Part> parts = Map.of();
    private Circumstances circumstances = Circumstances.ORDINARY;
    private Optional<byte[]> picture = Optional.empty();
    private Optional<String> excess = Optional.empty();

    CellLog(CellSetup setup, PlannedCell cell) {
        this.setup = setup;
        this.cell = cell;
    }

    /** What the tap sends, and nobody may read, whatever happens next. */
    void secrets(List<String> sent) {
        secrets.addAll(sent);
    }

    /** Whose passwords must not be told, whatever happens next. */
    void leased(Accounts.Lease lease) {
        accounts.addAll(lease.byPersona().values());
        accountNumbers = lease.numbers();
    }

    void started(String engine) {
        this.engine = engine;
    }

    /** Plays a step and notes how it went; what it throws is noted as broken and thrown on. */
    void step(int index, BoundScenario.BoundStep bound, Cast cast) {
        if (setup.interruption().isTold()) {
            throw new RunEndedException();
        }
        Step step = bound.step();
        Set<String> players = step.players();
        String at = bound.at().toString();
        long began = System.nanoTime();
        String outcome = "broken";
        try {
            cast.enter(index, players);
            List<Finding> wrong = step.play(cast.first());
            cast.leave(players);
            findings.addAll(wrong);
            wrongInLast = wrong;
            lastStep = index;
            cast.jars(players)
                    .forEach((name, jar) -> records.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(new StepRecord(index, step.title(), at, jar)));
            outcome = wrong.isEmpty() ? "done" : "failed";
        } finally {
            steps.add(new StepResult(index, step.title(), at, outcome, millisSince(began)));
        }
    }

    /** What a watcher is told of the step that was played last. */
    CellWatch.Told told(Recording soFar) {
        Redactor redactor = redactor(soFar);
        return new CellWatch.Told(
                lastStep,
                redactor.recording(new Recording(soFar.duringStep(lastStep).toList())),
                records.values().stream()
                        .flatMap(List::stream)
                        .filter(record -> record.index() == lastStep)
                        .findFirst()
                        .map(record -> redacted(record.jarAfter(), redactor))
                        .orElse(new Jar.Opaque("no user agent took part")),
                wrongInLast.stream().map(redactor::finding).toList());
    }

    private static Jar redacted(Jar jar, Redactor redactor) {
        return jar instanceof Jar.Known held
                ? new Jar.Known(
                        held.cookies().stream()
                                .map(c -> new Jar.Held(
                                        c.name(),
                                        shown(c, redactor),
                                        c.domain(),
                                        c.hostOnly(),
                                        c.path(),
                                        c.expiry(),
                                        c.secure(),
                                        c.httpOnly(),
                                        c.sameSite()))
                                .toList(),
                        held.complete())
                : jar;
    }

    /** As the same cookie is shown in a Cookie field. */
    private static String shown(Jar.Held cookie, Redactor redactor) {
        String field = redactor.header(new HeaderField("Cookie", cookie.name() + "=" + cookie.value()))
                .value();
        return field.substring(field.indexOf('=') + 1);
    }

    boolean failed() {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /** A failure stays a failure where no picture of it can be had. */
    void picture(Cast cast) {
        try {
            picture = cast.picture();
        } catch (UserAgentBrokenException e) {
            picture = Optional.empty();
        }
    }

    void observed(Map<String, Cast.Part> observed, Circumstances around) {
        parts = observed;
        circumstances = around;
        recording = Recording.merged(
                observed.values().stream().map(Cast.Part::recording).toList());
    }

    Recording redactedRecording() {
        return redactor(recording).recording(recording);
    }

    /**
     * What the tap has to say of the cell.
     *
     * @param why   why it did not let everything through
     * @param hosts that are not the target's, and were refused
     */
    void ofTheTap(Optional<String> why, List<String> hosts) {
        excess = why;
        findings.addAll(RefusedHosts.warnings(hosts, cell.profile()));
    }

    /**
     * Why the cell shows nothing about the target's cookies, whatever else went wrong: the tap had to cut it short, or
     * the target was silent.
     */
    Optional<String> cause() {
        return excess.map(why -> "cut off by the tap: " + why).or(this::unanswered);
    }

    private Optional<String> unanswered() {
        return recording.exchanges().stream()
                .filter(e -> e.answer().isEmpty() && !e.endedByUserAgent())
                .findFirst()
                .map(e -> "the target did not answer: " + e.summary());
    }

    /** The result of a cell that was played: what the checks make of its evidence. */
    CellResult judged() {
        if (recording.byUserAgent().findAny().isEmpty()) {
            return result(Verdict.BROKEN, "nothing was observed: the user agent sent no request through the tap");
        }
        if (cause().isPresent()) {
            return result(Verdict.BROKEN, cause().get());
        }
        boolean toItsEnd = !failed();
        findings.addAll(Checks.examineAll(setup.checks(), whole(), evidenceByUserAgent()));
        List<Finding> errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (!setup.interruption().isTold()) {
            // What an interruption broke off has neither happened nor failed to.
            setup.known().observed(cell.id(), errors, toItsEnd);
        }
        if (errors.isEmpty()) {
            return result(Verdict.PASSED, "");
        }
        String what = errors.get(0).check() + ": " + errors.get(0).subject()
                + (errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "");
        known = setup.known().explaining(cell.id(), errors);
        if (!known.isEmpty()) {
            return result(Verdict.KNOWN, because(known) + ": " + what);
        }
        List<KnownCause> expired = setup.known().expiredFor(cell.id(), errors);
        return result(Verdict.FAILED, what + (expired.isEmpty() ? "" : "; no longer excused by " + because(expired)));
    }

    /** {@code T124409 (wiki team, until 2027-01-31)}. */
    private static String because(List<KnownCause> causes) {
        return causes.stream()
                .map(c -> c.bug() + " (" + c.owner() + ", until " + c.until() + ")")
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** What each user agent of the cell has done; the first one's comes first. */
    private Map<String, Evidence> evidenceByUserAgent() {
        Map<String, Evidence> byUserAgent = new LinkedHashMap<>();
        parts.forEach((name, part) -> byUserAgent.put(
                name,
                evidence(part.recording(), records.getOrDefault(name, List.of()), part.identities(), part.restarts())));
        return byUserAgent;
    }

    private Evidence whole() {
        return evidence(
                recording,
                records.values().stream().flatMap(List::stream).toList(),
                parts.values().stream().flatMap(p -> p.identities().stream()).toList(),
                parts.values().stream().flatMap(p -> p.restarts().stream()).collect(Collectors.toUnmodifiableSet()));
    }

    private Evidence evidence(
            Recording of, List<StepRecord> records, List<IdentityReading> identities, Set<Integer> restarts) {
        return new Evidence(
                        cell.id(),
                        setup.run().target().sites(),
                        setup.run().target().dictionary(),
                        cell.profile().deviationSet(),
                        cell.profile().capabilityNames(),
                        setup.run().target().exceptions(),
                        setup.publicSuffixes(),
                        of,
                        records,
                        identities,
                        restarts,
                        circumstances)
                .with(backends());
    }

    private List<ExpectedBackend> backends() {
        return setup.run().target().deployment().requestHeaders().stream()
                .flatMap(h -> h
                        .answeredBy()
                        .map(by -> new ExpectedBackend(h.name(), h.hosts(), h.schemes(), by.header(), by.matches()))
                        .stream())
                .toList();
    }

    CellResult result(Verdict verdict, String reason) {
        // Of most cells nothing is said that could hold a secret, and to look for secrets costs as much as to judge.
        Redactor redactor = redactor(reason.isEmpty() && findings.isEmpty() ? Recording.NONE : recording);
        return new CellResult(
                new RunKey(
                        setup.runId(),
                        setup.run().target().name(),
                        cell.variant(),
                        setup.run().regression().map(r -> r.id())),
                cell.id(),
                cell.scenario().scenario().title(),
                engine,
                verdict,
                redactor.text(reason),
                millisSince(startedAt),
                stepResults(),
                findings.stream().map(redactor::finding).toList(),
                Map.of(),
                List.of(),
                known,
                accountNumbers);
    }

    private Redactor redactor(Recording of) {
        return setup.redaction()
                .harvest(
                        of,
                        Stream.concat(accounts.stream().map(Account::password), secrets.stream())
                                .toList(),
                        accounts.stream().map(Account::name).toList());
    }

    /**
     * Stores what was recorded.
     *
     * @param attempt from 1
     * @return attachment kind to path below the run's folder
     */
    Map<String, String> keep(int attempt) {
        if (recording.exchanges().isEmpty() && picture.isEmpty()) {
            return Map.of();
        }
        Redactor redactor = redactor(recording);
        Map<String, Evidence> byUserAgent = evidenceByUserAgent();
        List<CookieLife> lives = byUserAgent.values().stream()
                .flatMap(e -> CookieLife.of(e.recording(), e.publicSuffixes(), e.deviations(), e.restarts()).stream())
                .map(redactor::life)
                .toList();
        try {
            Map<String, String> attachments = new HashMap<>(CellArchive.write(
                    setup.directory(), cell.id(), attempt, redactor.recording(recording), lives, picture));
            attachments.put(
                    CellArchive.JARS,
                    CellArchive.writeAccount(
                            setup.directory(), cell.id(), attempt, redactor.account(CookieAccount.of(byUserAgent))));
            return attachments;
        } catch (UncheckedIOException e) {
            throw new ReportsUnwritableException(e);
        }
    }

    /** Those played, and those never reached. */
    private List<StepResult> stepResults() {
        List<StepResult> all = new ArrayList<>(steps);
        if (!steps.isEmpty()) {
            List<BoundScenario.BoundStep> planned = cell.scenario().steps();
            for (int i = steps.size(); i < planned.size(); i++) {
                all.add(new StepResult(
                        i + 1,
                        planned.get(i).step().title(),
                        planned.get(i).at().toString(),
                        "not-reached",
                        0));
            }
        }
        return all;
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
