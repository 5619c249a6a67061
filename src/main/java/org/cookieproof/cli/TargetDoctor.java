package org.cookieproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cookieproof.doctor.Comparison;
import org.cookieproof.doctor.Diagnosis;
import org.cookieproof.doctor.Doctor;
import org.cookieproof.doctor.ExaminationEndedException;
import org.cookieproof.files.Directories;
import org.cookieproof.result.Mirror;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.Project;
import org.cookieproof.target.Overrides;

/** Prints what the doctor finds at a target. */
final class TargetDoctor {

    /** A site that shows nothing keeps a connection as long as the doctor's patience lasts. */
    private static final long LONGEST_END_SECONDS = 30;

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
        Doctor doctor = new Doctor(
                Project.here(),
                Catalog.load(),
                InstantSource.system(),
                new SecureRandom(),
                scratch,
                reach.confirmation()::ofWhatAsksAnyway);
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> endEarly(doctor, ended), "on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            Doctor.Examination one = examined(doctor, new Doctor.Subject(target, variant, reach.overrides()));
            return against.isEmpty()
                    ? (one.isWell() ? ExitCode.OK : ExitCode.COULD_NOT_RUN).code()
                    : compare(one, examined(doctor, subject(against.get())));
        } catch (ExaminationEndedException e) {
            return ExitCode.INTERRUPTED.code(); // whoever sent the signal knows why
        } finally {
            try {
                delete(scratch);
            } finally {
                ended.countDown();
                RunCommand.forget(onSignal);
            }
        }
    }

    /** The JVM ends when this returns, with 130 after Ctrl-C. */
    private void endEarly(Doctor doctor, CountDownLatch ended) {
        terminal.progress("Interrupted: ending what the examination has begun.");
        doctor.interrupt();
        try {
            if (!ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                terminal.progress(
                        "A site did not let go in time; files of the examination are left in the directory for"
                                + " temporary ones.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A path may hold a colon, the name of a variant no slash. What is said of the first target is not said of this. */
    private static Doctor.Subject subject(String words) {
        int colon = words.lastIndexOf(':');
        boolean ofVariant = colon > 0 && words.indexOf('/', colon) < 0 && !words.endsWith(".yaml");
        return ofVariant
                ? new Doctor.Subject(words.substring(0, colon), Optional.of(words.substring(colon + 1)), Overrides.NONE)
                : new Doctor.Subject(words, Optional.empty(), Overrides.NONE);
    }

    private Doctor.Examination examined(Doctor doctor, Doctor.Subject subject) {
        terminal.live("Examining " + subject.name());
        Doctor.Examination examination = doctor.examine(subject);
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
        if (wrong > 0) {
            return wrong + (wrong == 1 ? " thing is wrong." : " things are wrong.");
        }
        return count(examination, Diagnosis.Level.FOUND) > 0
                ? "Nothing keeps a run from starting, but not all is well: see what is found."
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
            case FOUND, CANNOT -> terminal.yellow(word);
        };
        String column = "%-" + width + "s";
        out.println("  " + coloured + "  " + String.format(column, Terminal.told(line.what())) + "  "
                + Terminal.told(line.told()));
        if (!line.remedy().isEmpty()) {
            out.println("  " + " ".repeat(word.length()) + "  " + String.format(column, "") + "  → "
                    + Terminal.told(line.remedy()));
        }
    }

    /** What could not be seen of one of them is no likeness; and what is wrong with one is told by the exit code. */
    private int compare(Doctor.Examination one, Doctor.Examination other) {
        if (one.snapshot().isEmpty() || other.snapshot().isEmpty()) {
            out.println("They cannot be held against each other: one of them cannot be had.");
            out.flush();
            return ExitCode.COULD_NOT_RUN.code();
        }
        List<Mirror.Difference> differences =
                Comparison.between(one.snapshot().get(), other.snapshot().get());
        boolean whole = one.isWhole() && other.isWhole();
        if (whole || !differences.isEmpty()) { // else the reports of runs would lose what was seen in better days
            new Mirror(one.target(), other.target(), Instant.now(), differences)
                    .write(RunDirectory.mirrorOf(
                            Project.here().reports(), one.snapshot().get().target()));
        }
        for (Mirror.Difference d : differences) {
            out.println(Terminal.told(
                    d.what() + ": " + one.target() + " " + d.one() + " / " + other.target() + " " + d.other()));
        }
        String seen = whole ? "" : " in what could be seen, which is not all: see above what is wrong or was not tried";
        out.println(
                differences.isEmpty()
                        ? "No difference" + seen + "."
                        : differences.size() + (differences.size() == 1 ? " difference" : " differences") + seen + ": "
                                + one.target() + " is no mirror of " + other.target() + ".");
        out.flush();
        return (!whole ? ExitCode.COULD_NOT_RUN : differences.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT).code();
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("cookieproof-doctor-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary directory", e);
        }
    }

    private static void delete(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
