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
import org.cookieproof.target.Overrides;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetUnavailableException;

/** Examines targets: starts or reaches each, knocks at its sites, and has somebody sign in there. */
public final class Doctor {

    /** The profile that signs in: no browser has to be there. */
    private static final String PROFILE = "okhttp";

    private final Project project;
    private final Catalog catalog;
    private final InstantSource clock;
    private final SecureRandom random;
    private final DoctorFiles files;
    private final UnaryOperator<PlannedRun> agreed;

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
    public record Patient(String name, Optional<String> variant, Overrides overrides) {}

    /**
     * What was found.
     *
     * @param target   as its file is called, and its variant where one was named
     * @param lines    in the order in which one would mend things
     * @param portrait what it is like; empty where it could not be reached
     * @param played   how signing in went; empty where nothing was played
     */
    public record Examination(
            String target, List<Diagnosis> lines, Optional<Portrait> portrait, Optional<RunOutcome> played) {
        public Examination {
            lines = List.copyOf(lines);
        }

        /** Whether nothing is wrong. That something cannot be shown is no illness. */
        public boolean isWell() {
            return lines.stream().noneMatch(l -> l.level() == Diagnosis.Level.WRONG);
        }
    }

    /** @throws org.cookieproof.yaml.InvalidFilesException when the target's file, or the project's, cannot be used */
    public Examination examine(Patient patient) {
        PlannedRun probe = agreed.apply(signingIn(patient));
        String name =
                probe.target().name() + patient.variant().map(v -> ":" + v).orElse("");
        try {
            return examined(patient, name, probe, Knock.at(probe, random.nextLong()));
        } catch (TargetUnavailableException e) {
            Diagnosis line = Diagnosis.wrong(
                    "target",
                    "cannot be had: " + e.getMessage(),
                    "./cookieproof doctor tells what is missing on this machine");
            return new Examination(name, List.of(line), Optional.empty(), Optional.empty());
        }
    }

    private Examination examined(Patient patient, String name, PlannedRun probe, Knock found) {
        List<Diagnosis> lines = new ArrayList<>();
        Instant now = clock.instant();
        lines.addAll(DoorLines.of(found.doors(), now));
        lines.addAll(CertificateLines.of(found.doors(), now));
        lines.add(ClockLine.of(found.doors()));
        PlannedRun all = everything(patient, probe);
        lines.add(AccountLine.of(found.accounts(), all.cells()));
        List<Recording> recordings = new ArrayList<>();
        Optional<RunOutcome> played = found.accounts() == 0
                ? Optional.empty()
                : Optional.of(play(over(probe, schemesToPlay(found.doors(), traits(patient, probe))), recordings));
        played.ifPresent(o -> lines.addAll(
                SignInLines.of(o.results(), Project.shown(o.directory().index()).toString())));
        lines.addAll(GapLines.of(all.cells()));
        return new Examination(
                name,
                lines,
                Optional.of(Portrait.of(probe.target(), found.doors(), Portrait.joined(recordings))),
                played);
    }

    private static Map<String, String> traits(Patient patient, PlannedRun probe) {
        TargetDefinition.Variant variant =
                probe.target().variants().get(patient.variant().orElse("default"));
        return variant == null ? Map.of() : variant.traits();
    }

    /**
     * Those under which {@code first} answers and keeps whoever signs in; https where there is none, so that somebody
     * hears why.
     */
    private static Set<Scheme> schemesToPlay(List<Door> doors, Map<String, String> traits) {
        EnumSet<Scheme> schemes = EnumSet.noneOf(Scheme.class);
        doors.stream()
                .filter(d -> d.role() == Role.FIRST && d.answer().isPresent())
                .forEach(d -> schemes.add(d.scheme()));
        if ("sent-to-https".equals(traits.get("login-over-http"))) {
            schemes.remove(Scheme.HTTP);
        }
        return schemes.isEmpty() ? Set.of(Scheme.HTTPS) : schemes;
    }

    private static PlannedRun over(PlannedRun run, Set<Scheme> schemes) {
        return run.only(run.cells().stream()
                .filter(c -> schemes.contains(c.id().scheme()))
                .collect(Collectors.toSet()));
    }

    private PlannedRun signingIn(Patient patient) {
        Selection selection = selection(patient, List.of("default"))
                .withScenarioFolder(files.scenarios())
                .withProfiles(List.of(PROFILE));
        return new Planner(project, catalog).plan(selection);
    }

    private PlannedRun everything(Patient patient, PlannedRun probe) {
        List<String> variants = Stream.concat(
                        Stream.of("default"),
                        probe.target().variants().keySet().stream()
                                .filter(v -> !v.equals("default"))
                                .sorted())
                .toList();
        return new Planner(project, catalog).plan(selection(patient, variants));
    }

    /** @param variants unless the patient is of one */
    private Selection selection(Patient patient, List<String> variants) {
        Selection selection = Selection.ofPlan(files.plan(variants).toString())
                .withTarget(patient.name())
                .withOverrides(patient.overrides());
        return patient.variant().map(selection::withVariant).orElse(selection);
    }

    /** @param recordings to which that of each cell is added */
    private RunOutcome play(PlannedRun run, List<Recording> recordings) {
        RunOptions options = new RunOptions(project.reports().resolve("doctor"), 1, false, false).withRetries(0);
        return new Runner(catalog, options, clock, random).run(run, new ResultListener() {}, new CellWatch() {
            @Override
            public void whileUp(Up up) {
                recordings.add(up.recording().get());
            }
        });
    }
}
