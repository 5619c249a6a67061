package org.cookieproof.passport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.OkHttpPublicSuffixes;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.profile.Profile;
import org.cookieproof.run.Crew;
import org.cookieproof.run.Interruption;
import org.cookieproof.run.Project;
import org.cookieproof.run.Remains;
import org.cookieproof.yaml.Glob;
import org.cookieproof.yaml.Problems;

/** The passports of a project: {@code browsers/passports/}. */
public final class Passports {

    private final Path folder;
    private final Clock clock;
    private final List<Behaviour> behaviours;
    private final boolean writes;
    private final ModelAnswer model;

    /** Those of {@code browsers/passports/}. */
    public static Passports of(Project project) {
        return new Passports(project.profiles().resolve("passports"), Clock.systemUTC());
    }

    Passports(Path folder, Clock clock) {
        this(folder, clock, Behaviours.ALL, true);
    }

    /** @param behaviours that its passports tell of */
    Passports(Path folder, Clock clock, List<Behaviour> behaviours, boolean writes) {
        this.writes = writes;
        this.behaviours = List.copyOf(behaviours);
        this.folder = folder;
        this.clock = clock;
        this.model = new ModelAnswer(new OkHttpPublicSuffixes(), clock);
    }

    /** How many behaviours a passport tells of. */
    public static int behaviours() {
        return Behaviours.ALL.size();
    }

    /**
     * The same with some behaviours alone; nothing is written then, since half a passport would look like a whole one.
     *
     * @param globs of behaviours
     * @throws IllegalArgumentException when none is like that
     */
    public Passports ofBehaviours(List<String> globs) {
        List<Behaviour> some = behaviours.stream()
                .filter(b -> globs.stream().anyMatch(glob -> Glob.matches(glob, b.id())))
                .toList();
        if (some.isEmpty()) {
            throw new IllegalArgumentException("no behaviour is like " + String.join(", ", globs) + "; there are "
                    + behaviours.stream().map(Behaviour::chapter).distinct().collect(Collectors.joining("/*, "))
                    + "/*");
        }
        return new Passports(folder, clock, some, false);
    }

    /**
     * Which profiles have played with another release than that of their passports.
     *
     * @param engines that played, by profile
     * @throws org.cookieproof.yaml.InvalidFilesException when a passport cannot be read
     */
    public List<Drift> driftPlayed(Map<ProfileId, String> engines) {
        return engines.entrySet().stream()
                .flatMap(e ->
                        measuredWith(e.getKey())
                                .flatMap(measured -> Drift.ofPlayed(e.getKey(), measured, e.getValue()))
                                .stream())
                .toList();
    }

    /**
     * Whether another release is installed than that of a profile's passport.
     *
     * @param versions of what it runs on; none for no opinion
     */
    public Optional<Drift> driftInstalled(Profile profile, Collection<String> versions) {
        return versions.isEmpty()
                ? Optional.empty()
                : measuredWith(profile.id()).flatMap(m -> Drift.ofInstalled(profile.id(), m, versions));
    }

    private Optional<String> measuredWith(ProfileId profile) {
        Path file = file(profile);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        Optional<Passport> passport = PassportFile.read(file, problems);
        problems.throwIfAny();
        return passport.map(Passport::engine);
    }

    /**
     * Measures profiles and writes what is new.
     *
     * @param crew     how many at once
     * @param accept   whether a passport that differs from the committed one takes its place
     * @param progress is told which behaviour a profile is at, by several threads
     * @param consumer is told of each profile when it is done, by the calling thread
     * @return what a user agent left on this machine and must not have; it has been ended and deleted
     */
    public List<String> measure(
            List<Profile> profiles,
            Map<String, DriverProvider> drivers,
            Crew crew,
            boolean accept,
            Interruption interruption,
            BiConsumer<Profile, String> progress,
            Consumer<Measured> consumer)
            throws InterruptedException {
        Remains remains = Remains.from();
        try {
            new Measuring(drivers, behaviours, clock, interruption, progress)
                    .measure(profiles, crew, outcome -> consumer.accept(judged(outcome, accept)));
            return remains.clear();
        } catch (RuntimeException | Error e) {
            remains.clearAfter(e);
            throw e;
        }
    }

    private Measured judged(Measuring.Outcome outcome, boolean accept) {
        Profile profile = outcome.profile();
        Optional<Passport> measured = outcome.passport(LocalDate.now(clock));
        if (measured.isEmpty()) {
            List<String> why = outcome.notObserved();
            return new Measured(profile, measured, why, List.of(), List.of(), Optional.empty());
        }
        Passport now = measured.get();
        Problems problems = new Problems();
        Optional<Passport> committed = committed(profile, problems);
        problems.throwIfAny();
        List<PassportFinding> findings = new ArrayList<>();
        committed.ifPresent(c -> findings.addAll(PassportFinding.changes(profile, c, now)));
        findings.addAll(PassportFinding.contradictions(profile, now, behaviours, model));
        if (writes) { // of some behaviours alone it cannot be told
            findings.addAll(PassportFinding.idle(profile, now, behaviours, model));
            findings.addAll(PassportFinding.unseen(profile, now, behaviours, model));
        }
        boolean isNew = committed.isEmpty();
        boolean replaces = accept && committed.filter(c -> c.saysTheSameAs(now)).isEmpty();
        Optional<Path> written = writes && (isNew || replaces) ? Optional.of(write(now)) : Optional.empty();
        List<Difference> differences = Difference.of(profile, now, behaviours, model);
        return new Measured(profile, measured, List.of(), differences, findings, written);
    }

    private Path file(ProfileId profile) {
        return folder.resolve(profile + ".yaml");
    }

    private Path write(Passport passport) {
        Path file = file(passport.profile());
        try {
            PassportFile.write(passport, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private Optional<Passport> committed(Profile profile, Problems problems) {
        Path file = file(profile.id());
        return Files.exists(file) ? PassportFile.read(file, problems) : Optional.empty();
    }

    /**
     * The table of all passports there are.
     *
     * @throws org.cookieproof.yaml.InvalidFilesException where one cannot be read
     */
    public PassportTable table(List<Profile> profiles) {
        Problems problems = new Problems();
        Map<Profile, Passport> passports = new TreeMap<>(Comparator.comparing((Profile p) -> p.id()));
        for (Profile profile : profiles) {
            committed(profile, problems).ifPresent(p -> passports.put(profile, p));
        }
        problems.throwIfAny();
        return new PassportTable(passports, Behaviours.ALL, model);
    }

    /** Passports of profiles that are not there. */
    public List<Path> strays(List<Profile> profiles) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> profiles.stream().noneMatch(p -> file(p.id()).equals(f)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
