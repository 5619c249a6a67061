package org.cookieproof.doctor;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.ResultListener;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.CellWatch;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.run.RunOptions;
import org.cookieproof.run.RunOutcome;
import org.cookieproof.run.Runner;
import org.cookieproof.run.Selection;
import org.cookieproof.run.Standing;
import org.cookieproof.target.Deployment;
import org.cookieproof.target.Overrides;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetUnavailableException;

/** Examines targets: starts or reaches each, asks at its sites, and has somebody sign in there. */
public final class Doctor {

    /** The profile that signs in: no browser has to be there. */
    private static final String PROFILE = "okhttp";

    private final Project project;
    private final Catalog catalog;
    private final InstantSource clock;
    private final SecureRandom random;
    private final DoctorFiles files;
    private final UnaryOperator<PlannedRun> agreed;
    private final Underway underway = new Underway();

    /**
     * @param scratch a directory for the doctor's own files; the caller deletes it
     * @param agreed  asks somebody, where that is needed, whether the target may be sent anything
     */
    public Doctor(
            Project project,
            Catalog catalog,
            InstantSource clock,
            SecureRandom random,
            Path scratch,
            UnaryOperator<PlannedRun> agreed) {
        this.project = project;
        this.catalog = catalog;
        this.clock = clock;
        this.random = random;
        this.files = new DoctorFiles(scratch);
        this.agreed = agreed;
    }

    /**
     * A target to be examined.
     *
     * @param name      of a file of {@code ci/targets}, or a path to one
     * @param variant   empty for the target as it is, and for all its variants where scenarios are counted
     * @param overrides what is said of it otherwise than in its file
     */
    public record Subject(String name, Optional<String> variant, Overrides overrides) {}

    /**
     * What was found.
     *
     * @param target   as its file is called, and its variant where one was named
     * @param lines    in the order in which one would mend things
     * @param snapshot what it is like; empty where it could not be reached
     * @param played   how signing in went; empty where nothing was played
     */
    public record Examination(
            String target, List<Diagnosis> lines, Optional<TargetSnapshot> snapshot, Optional<RunOutcome> played) {
        public Examination {
            lines = List.copyOf(lines);
        }

        /** Whether nothing is wrong. That something cannot be shown is no illness. */
        public boolean isWell() {
            return lines.stream().noneMatch(l -> l.level() == Diagnosis.Level.WRONG);
        }

        /** Whether all that one target can be held against another by was there to be seen. */
        public boolean isWhole() {
            return isWell() && snapshot.isPresent() && played.isPresent();
        }
    }

    /** Ends what is under way; {@link #examine} then throws. May come at any time. */
    public void interrupt() {
        underway.end();
    }

    /**
     * @throws org.cookieproof.yaml.InvalidFilesException when the target's file, or the project's, cannot be used
     * @throws ExaminationEndedException                  after {@link #interrupt()}
     */
    public Examination examine(Subject subject) {
        try {
            Examination examination = examine(subject, agreed.apply(signingIn(subject)));
            if (!underway.isEnded()) {
                return examination;
            }
        } catch (RuntimeException e) {
            if (!underway.isEnded()) {
                throw e;
            } // else what was under way broke because it was ended
        }
        throw new ExaminationEndedException();
    }

    private Examination examine(Subject subject, PlannedRun probe) {
        String name =
                probe.target().name() + subject.variant().map(v -> ":" + v).orElse("");
        try {
            PlannedRun lenient = probe.examined();
            return examined(subject, name, lenient, probed(lenient));
        } catch (TargetUnavailableException e) {
            Diagnosis line = Diagnosis.wrong("target", "cannot be had: " + e.getMessage(), remedy(probe.target()));
            return new Examination(name, List.of(line), Optional.empty(), Optional.empty());
        }
    }

    private SiteProbes probed(PlannedRun probe) {
        try (Standing standing = Standing.start(probe, random.nextLong())) {
            underway.begins(standing::close);
            return SiteProbes.at(standing);
        } finally {
            underway.over();
        }
    }

    /** Of what runs elsewhere no package of this machine is to blame. */
    private static String remedy(TargetDefinition target) {
        return target.provider().equals(Deployment.PROVIDER)
                ? "mend that in " + Project.shown(target.file())
                        + ", in the environment that it names, or in the options" + " given"
                : "mend that; where a package is missing, ./cookieproof doctor tells which, and how to get it";
    }

    private Examination examined(Subject subject, String name, PlannedRun probe, SiteProbes found) {
        List<Diagnosis> lines = new ArrayList<>();
        Instant now = clock.instant();
        lines.addAll(EndpointLines.of(found.probes(), now));
        lines.addAll(CertificateLines.of(found.probes(), now));
        lines.add(ClockLine.of(found.probes()));
        PlannedRun all = everything(subject, probe);
        lines.add(AccountLine.of(found.accounts(), found.accountsLack(), all.cells()));
        List<Recording> recordings = new ArrayList<>();
        Set<Scheme> schemes = schemesToPlay(found.probes(), traits(subject, probe));
        Optional<RunOutcome> played = found.accounts() == 0 || schemes.isEmpty()
                ? Optional.empty()
                : Optional.of(play(over(probe, schemes), recordings));
        played.ifPresentOrElse(
                o -> lines.addAll(SignInLines.of(
                        o.results(), Project.shown(o.directory().index()).toString())),
                () -> lines.add(SignInLines.notTried(found.accounts())));
        lines.addAll(GapLines.of(all.cells()));
        return new Examination(
                name,
                lines,
                Optional.of(TargetSnapshot.of(probe.target(), found.probes(), TargetSnapshot.joined(recordings))),
                played);
    }

    private static Map<String, String> traits(Subject subject, PlannedRun probe) {
        TargetDefinition.Variant variant =
                probe.target().variants().get(subject.variant().orElse("default"));
        return variant == null ? Map.of() : variant.traits();
    }

    /** Those under which {@code first} answers and keeps whoever signs in: elsewhere no password is sent. */
    private static Set<Scheme> schemesToPlay(List<EndpointProbe> probes, Map<String, String> traits) {
        EnumSet<Scheme> schemes = EnumSet.noneOf(Scheme.class);
        probes.stream()
                .filter(d -> d.role() == Role.FIRST && d.answer().isPresent())
                .forEach(d -> schemes.add(d.scheme()));
        if ("sent-to-https".equals(traits.get("login-over-http"))) {
            schemes.remove(Scheme.HTTP);
        }
        return schemes;
    }

    private static PlannedRun over(PlannedRun run, Set<Scheme> schemes) {
        return run.only(run.cells().stream()
                .filter(c -> schemes.contains(c.id().scheme()))
                .collect(Collectors.toSet()));
    }

    private PlannedRun signingIn(Subject subject) {
        Selection selection = selection(subject, List.of("default"))
                .withScenarioFolder(files.scenarios())
                .withProfiles(List.of(PROFILE));
        return new Planner(project, catalog).plan(selection);
    }

    private PlannedRun everything(Subject subject, PlannedRun probe) {
        List<String> variants = Stream.concat(
                        Stream.of("default"),
                        probe.target().variants().keySet().stream()
                                .filter(v -> !v.equals("default"))
                                .sorted())
                .toList();
        return new Planner(project, catalog).plan(selection(subject, variants));
    }

    /** @param variants unless the subject is one of them */
    private Selection selection(Subject subject, List<String> variants) {
        Selection selection = Selection.ofPlan(files.plan(variants).toString())
                .withTarget(subject.name())
                .withOverrides(subject.overrides());
        return subject.variant().map(selection::withVariant).orElse(selection);
    }

    /** @param recordings to which that of each cell is added */
    private RunOutcome play(PlannedRun run, List<Recording> recordings) {
        RunOptions options = new RunOptions(project.reports().resolve("doctor"), 1, false, false).withRetries(0);
        Runner runner = new Runner(catalog, options, clock, random);
        underway.begins(runner::interrupt);
        try {
            return runner.run(run, new ResultListener() {}, new CellWatch() {
                @Override
                public void whileUp(Up up) {
                    recordings.add(up.recording().get());
                }
            });
        } finally {
            underway.over();
        }
    }
}
