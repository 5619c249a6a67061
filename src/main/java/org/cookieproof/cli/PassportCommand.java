package org.cookieproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cookieproof.passport.Measured;
import org.cookieproof.passport.PassportFinding;
import org.cookieproof.passport.PassportPage;
import org.cookieproof.passport.PassportReadme;
import org.cookieproof.passport.PassportTable;
import org.cookieproof.passport.Passports;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.Installed;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.Crew;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.Interruption;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.yaml.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof passport}. */
@Command(
        name = "passport",
        description =
                "Measures how user agents treat cookies, redirects, cache and history, one behaviour at a time, and holds"
                        + " that against browsers/passports/ and against what their profiles declare.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A profile without a passport gets one. One that answers otherwise than its passport is a finding.",
            "",
            "Exit codes: 0 as known; 1 a finding; 2 usage; 3 a profile could not be measured, or something was left behind; 130 interrupted.",
            "",
            "Examples:",
            "  ./cookieproof passport",
            "  ./cookieproof passport chromium firefox",
            "  ./cookieproof passport --accept curl"
        })
final class PassportCommand implements Callable<Integer> {

    private static final long LONGEST_END_SECONDS = 60;

    @Parameters(paramLabel = "PROFILE", arity = "0..*", description = "Which profiles (default: all).")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Profiles at once (default: as many as processors and free memory allow).")
    private int jobs;

    @Option(
            names = "--accept",
            fallbackValue = "true",
            description = "Writes what was measured in the place of the committed passport.")
    private boolean accept;

    @Option(
            names = "--behaviour",
            paramLabel = "GLOB",
            split = ",",
            description = "Only these, as 'date/*'; no passport is written then.")
    private List<String> behaviours = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    private final Interruption interruption = new Interruption();
    private final Map<String, Integer> at = new ConcurrentHashMap<>();

    @Override
    public Integer call() throws InterruptedException, IOException {
        Project project = Project.here();
        Catalog catalog = Catalog.load();
        Planner planner = new Planner(project, catalog);
        List<Profile> all = planner.readProfiles();
        planner.problems().throwIfAny();
        Terminal terminal = Terminal.of(Objects.requireNonNull(spec));
        Passports passports = behaviours.isEmpty() ? Passports.of(project) : some(Passports.of(project));
        Tally tally = new Tally();
        List<Profile> runnable = runnable(chosen(all), terminal, tally);
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> endEarly(terminal, ended), "on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            Crew crew = Crew.of(jobs, runnable, catalog.drivers());
            terminal.progress(runnable.size() + (runnable.size() == 1 ? " profile, " : " profiles, ") + crew);
            List<String> remains = passports.measure(
                    runnable,
                    catalog.drivers(),
                    crew,
                    accept,
                    interruption,
                    (profile, behaviour) -> progress(terminal, profile),
                    measured -> told(terminal, measured, tally));
            RemainsPrinter.print(terminal, remains);
            PassportTable table = passports.table(all);
            List<PassportFinding> together = behaviours.isEmpty() ? table.findings() : List.of();
            tally.findings += together.size();
            together.forEach(f -> terminal.out().println(Terminal.told(f.toString())));
            Path page = write(table, project.reports());
            PassportReadme.write(table, project.profiles().resolve("README.md"));
            passports.strays(all).forEach(f -> terminal.progress("no profile has this passport: " + f));
            summary(terminal, tally, page);
            ExitCode code = tally.code(interruption);
            return (remains.isEmpty() ? code : code.notClean()).code();
        } finally {
            ended.countDown();
            RunCommand.forget(onSignal);
        }
    }

    private Passports some(Passports all) {
        try {
            return all.ofBehaviours(behaviours);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** What came of all profiles. */
    private static final class Tally {
        private int measured;
        private int findings;
        private int unmeasured;

        ExitCode code(Interruption interruption) {
            if (interruption.isTold()) {
                return ExitCode.INTERRUPTED;
            }
            if (findings > 0) {
                return ExitCode.FINDING;
            }
            return unmeasured > 0 || measured == 0 ? ExitCode.COULD_NOT_RUN : ExitCode.OK;
        }
    }

    private List<Profile> chosen(List<Profile> all) {
        List<String> known = all.stream().map(p -> p.id().value()).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UsageException(Words.unknown("profile", name, known));
            }
        }
        return names.isEmpty()
                ? all
                : all.stream().filter(p -> names.contains(p.id().value())).toList();
    }

    private static List<Profile> runnable(List<Profile> chosen, Terminal terminal, Tally tally) {
        Installed installed = Installed.onThisMachine();
        TreeSet<String> missing = new TreeSet<>();
        List<Profile> runnable = new ArrayList<>();
        for (Profile profile : chosen) {
            List<String> lacks = installed.missing(profile.needs());
            missing.addAll(lacks);
            if (lacks.isEmpty()) {
                runnable.add(profile);
            } else {
                tally.unmeasured++;
                terminal.progress(profile.id() + ": not measured, it needs " + String.join(" ", lacks));
            }
        }
        if (!missing.isEmpty()) {
            terminal.progress("To get what is missing: " + Installed.installCommand(missing));
        }
        return runnable;
    }

    private void progress(Terminal terminal, Profile profile) {
        at.merge(profile.id().value(), 1, Integer::sum);
        terminal.live(at.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(e -> e.getValue() < Passports.behaviours())
                .map(e -> e.getKey() + " " + e.getValue() + "/" + Passports.behaviours())
                .collect(Collectors.joining(", ")));
    }

    private static void told(Terminal terminal, Measured measured, Tally tally) {
        String name = measured.profile().id().value();
        tally.findings += measured.findings().size();
        if (measured.passport().isEmpty()) {
            tally.unmeasured++;
            terminal.progress(name + ": not measured whole, "
                    + measured.notObserved().size() + " without an answer; the first: "
                    + measured.notObserved().stream().findFirst().orElse("none"));
            return;
        }
        tally.measured++;
        terminal.progress(name + ": " + measured.summary());
        measured.written().ifPresent(file -> terminal.progress("  written: " + file));
        terminal.clearLive();
        measured.findings().forEach(f -> terminal.out().println(Terminal.told(f.toString())));
        terminal.out().flush();
    }

    private static Path write(PassportTable table, Path reports) {
        try {
            return PassportPage.write(table, reports.resolve("passports"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write below " + reports, e);
        }
    }

    private static void summary(Terminal terminal, Tally tally, Path page) {
        PrintWriter out = terminal.out();
        out.println("The table of all passports: " + page);
        out.println(
                tally.measured + " measured, " + tally.findings + " findings, " + tally.unmeasured + " not measured");
        out.flush();
    }

    private void endEarly(Terminal terminal, CountDownLatch ended) {
        terminal.progress("Ending: the user agents are being closed; nothing half measured is written.");
        interruption.tell();
        try {
            ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
