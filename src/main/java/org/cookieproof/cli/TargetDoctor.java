package org.cookieproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.doctor.Comparison;
import org.cookieproof.doctor.Diagnosis;
import org.cookieproof.doctor.Doctor;
import org.cookieproof.result.Mirror;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.Project;
import org.cookieproof.target.Overrides;

/** Prints what the doctor finds at a target. */
final class TargetDoctor {

    private final Terminal terminal;
    private final PrintWriter out;
    private final ReachOptions reach;

    TargetDoctor(Terminal terminal, ReachOptions reach) {
        this.reach = reach;
        this.terminal = terminal;
        this.out = terminal.out();
    }

    /** The exit code. */
    int examine(String target, Optional<String> variant, Optional<String> against) {
        Path scratch = scratch();
        try {
            Doctor doctor = new Doctor(
                    Project.here(),
                    Catalog.load(),
                    InstantSource.system(),
                    new SecureRandom(),
                    scratch,
                    reach.confirmation()::of);
            Doctor.Examination one = examined(doctor, new Doctor.Patient(target, variant, reach.overrides()));
            return against.isEmpty()
                    ? (one.isWell() ? ExitCode.OK : ExitCode.COULD_NOT_RUN).code()
                    : compare(one, examined(doctor, patient(against.get())));
        } finally {
            delete(scratch);
        }
    }

    /** A path may hold a colon, the name of a variant no slash. What is said of the first target is not said of this. */
    private static Doctor.Patient patient(String words) {
        int colon = words.lastIndexOf(':');
        boolean ofVariant = colon > 0 && words.indexOf('/', colon) < 0 && !words.endsWith(".yaml");
        return ofVariant
                ? new Doctor.Patient(words.substring(0, colon), Optional.of(words.substring(colon + 1)), Overrides.NONE)
                : new Doctor.Patient(words, Optional.empty(), Overrides.NONE);
    }

    private Doctor.Examination examined(Doctor doctor, Doctor.Patient patient) {
        terminal.live("Examining " + patient.name());
        Doctor.Examination examination = doctor.examine(patient);
        terminal.clearLive();
        out.println("Target " + Terminal.told(examination.target()));
        int width = examination.lines().stream()
                .mapToInt(l -> l.what().length())
                .max()
                .orElse(0);
        examination.lines().forEach(l -> print(l, width));
        if (!examination.isWell()) {
            examination.played().ifPresent(o -> AllReports.write(o.directory(), terminal.err()));
        }
        out.println(end(examination));
        out.flush();
        return examination;
    }

    private static String end(Doctor.Examination examination) {
        long wrong = count(examination, Diagnosis.Level.WRONG);
        long cannot = count(examination, Diagnosis.Level.CANNOT);
        return wrong > 0
                ? wrong + (wrong == 1 ? " thing is wrong." : " things are wrong.")
                : "All is well" + (cannot == 0 ? "." : ", but not all can be shown here: see what it cannot.");
    }

    private static long count(Doctor.Examination examination, Diagnosis.Level level) {
        return examination.lines().stream().filter(l -> l.level() == level).count();
    }

    private void print(Diagnosis line, int width) {
        String word = String.format("%-6s", line.level().word());
        String coloured = switch (line.level()) {
            case OK -> terminal.green(word);
            case WRONG -> terminal.red(word);
            case CANNOT -> terminal.yellow(word);
        };
        String column = "%-" + width + "s";
        out.println("  " + coloured + "  " + String.format(column, Terminal.told(line.what())) + "  "
                + Terminal.told(line.told()));
        if (!line.remedy().isEmpty()) {
            out.println("  " + " ".repeat(word.length()) + "  " + String.format(column, "") + "  → "
                    + Terminal.told(line.remedy()));
        }
    }

    /** What could not be seen of one of them is no likeness. */
    private int compare(Doctor.Examination one, Doctor.Examination other) {
        if (one.portrait().isEmpty() || other.portrait().isEmpty()) {
            out.println("They cannot be held against each other: one of them cannot be had.");
            out.flush();
            return ExitCode.COULD_NOT_RUN.code();
        }
        List<Mirror.Difference> differences =
                Comparison.between(one.portrait().get(), other.portrait().get());
        new Mirror(one.target(), other.target(), Instant.now(), differences)
                .write(RunDirectory.mirrorOf(
                        Project.here().reports(), one.portrait().get().target()));
        for (Mirror.Difference d : differences) {
            out.println(Terminal.told(
                    d.what() + ": " + one.target() + " " + d.one() + " / " + other.target() + " " + d.other()));
        }
        out.println(
                differences.isEmpty()
                        ? "No difference."
                        : differences.size() + (differences.size() == 1 ? " difference: " : " differences: ")
                                + one.target() + " is no mirror of " + other.target() + ".");
        out.flush();
        return (differences.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT).code();
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("cookieproof-doctor-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary directory", e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
