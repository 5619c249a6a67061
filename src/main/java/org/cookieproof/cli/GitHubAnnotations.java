package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.StepResult;

/**
 * Workflow commands, which GitHub shows as annotations: {@code ::error file=…,line=…,title=…::message}. It shows ten of
 * a kind for a step of a workflow, so what many cells of a scenario have in common is told once.
 */
final class GitHubAnnotations {

    private static final Pattern POSITION = Pattern.compile("(.+?):([0-9]+)(?::[0-9]+)?", Pattern.DOTALL);

    private final PrintWriter out;

    private GitHubAnnotations(PrintWriter out) {
        this.out = out;
    }

    /** What is told once, and the cells that it is told of. */
    private record Told(String level, String place, String title, String message, List<CellResult> cells) {}

    static void print(PrintWriter out, RunRecord run, KnownBites bites, SignalMoves signals) {
        new GitHubAnnotations(out).print(run, bites);
        signals.moves().stream()
                .filter(m -> m.exceeds() || m.isMissed())
                .forEach(m ->
                        out.print("::error title=" + property("signal " + m.signal()) + "::" + data(m.told()) + "\n"));
    }

    private void print(RunRecord run, KnownBites bites) {
        Map<String, Told> all = new LinkedHashMap<>();
        run.results().forEach(r -> collect(r, all));
        all.values().forEach(this::print);
        bites.vanished().forEach(e -> entry(e, "did not happen in the cells that ran; remove these lines"));
        bites.expired().stream()
                .filter(e -> !bites.vanished().contains(e))
                .forEach(e -> entry(e, "has expired on " + e.cause().until()));
    }

    private static void collect(CellResult result, Map<String, Told> all) {
        switch (result.verdict()) {
            case FAILED -> findings("error", result, all);
            case FLAKY -> add("warning", result, "flaky", result.reason(), all);
            case KNOWN -> add("notice", result, "known", result.reason(), all);
            case BROKEN -> add("error", result, "broken", result.reason(), all);
            case PASSED, NOT_APPLICABLE, NOT_RUN -> {}
        }
    }

    private static void findings(String level, CellResult result, Map<String, Told> all) {
        for (Finding f : result.findings()) {
            if (f.severity() == Severity.ERROR) {
                String message = f.subject() + "\nexpected: " + f.expected() + "\nobserved: " + f.observed()
                        + f.header().map(h -> "\nheader: " + h).orElse("") + "\nsource: " + f.source();
                all.computeIfAbsent(
                                place(result) + f.fingerprint(),
                                k -> new Told(level, place(result), f.check(), message, new ArrayList<>()))
                        .cells()
                        .add(result);
            }
        }
    }

    private static void add(String level, CellResult result, String title, String message, Map<String, Told> all) {
        all.computeIfAbsent(
                        place(result) + title + message,
                        k -> new Told(level, place(result), title, message, new ArrayList<>()))
                .cells()
                .add(result);
    }

    /** The step that failed or broke; of a finding about the whole cell the step that it begins with. */
    private static String place(CellResult result) {
        return result.steps().stream()
                .filter(s -> s.outcome().equals("failed") || s.outcome().equals("broken"))
                .findFirst()
                .or(() -> result.steps().stream().findFirst())
                .map(StepResult::position)
                .map(GitHubAnnotations::place)
                .orElse("");
    }

    /** From {@code file:line} or {@code file:line:column}. */
    private static String place(String position) {
        Matcher parts = POSITION.matcher(position);
        return parts.matches()
                ? "file=" + property(parts.group(1)) + ",line=" + parts.group(2)
                : "file=" + property(position);
    }

    private void print(Told told) {
        long more = told.cells().stream().map(CellResult::cell).distinct().count() - 1;
        String in = told.cells().get(0).cell() + (more > 0 ? " and " + more + " more" : "");
        String place = told.place().isEmpty() ? "" : told.place() + ",";
        out.print("::" + told.level() + " " + place + "title=" + property(told.title()) + "::"
                + data(told.message() + "\nin: " + in) + "\n");
    }

    private void entry(KnownBites.Entry entry, String what) {
        out.print("::error file=" + property(entry.file()) + ",line=" + entry.line() + ",endLine=" + entry.lastLine()
                + ",title=" + property("known issue " + entry.cause().bug()) + "::"
                + data(entry.cause().bug() + " (" + entry.cause().owner() + ") " + what) + "\n");
    }

    /** As the runner's own toolkit escapes it: without this a hostile line end could begin a command of its own. */
    static String data(String text) {
        return Terminal.harmless(text.replace("\r", " "))
                .replace("%", "%25")
                .replace("\t", " ")
                .replace("\n", "%0A");
    }

    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
