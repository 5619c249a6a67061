package org.cookieproof.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Scheme;
import org.cookieproof.run.PlannedRun;

/**
 * What {@code ci/bench} runs. Figures that are compared are taken in this one process, alternately; times by themselves
 * say little on a machine that does other things as well.
 */
public final class Bench {

    private static final String FORM_FLOW = "logout/this-session";
    private static final String API_FLOW = "logout/by-api";

    /** Both sides of a pair are played alternately in so many rounds; the first warms up and is not counted. */
    private static final int ROUNDS = 5;

    private static final int HTTP_FLOWS = 60;
    private static final int BROWSER_FLOWS = 15;
    private static final int KARATE_FLOWS = 200;
    private static final int REQUESTS = 8_000;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path root;
    private final Path scratch;
    private final Cells cells;

    private Bench(Path root, Path scratch) {
        this.root = root;
        this.scratch = scratch;
        this.cells = new Cells(root, scratch);
    }

    @FunctionalInterface
    private interface Part {
        void measure() throws IOException, InterruptedException, ExecutionException;
    }

    /** Arguments: the parts to measure; all without any. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Path root = Path.of(System.getProperty("cookieproof.home", "")).toAbsolutePath();
        Bench bench = new Bench(root, Files.createTempDirectory("cookieproof-bench"));
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("http", bench::http);
        parts.put("browser", bench::browser);
        parts.put("tap", bench::tap);
        parts.put("karate", bench::karate);
        parts.put("plan", bench::plan);
        List<String> unknown =
                List.of(args).stream().filter(Predicate.not(parts::containsKey)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("unknown: " + unknown + "; there are " + parts.keySet());
            System.exit(2);
        }
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (args.length == 0 || List.of(args).contains(part.getKey())) {
                part.getValue().measure();
            }
        }
    }

    private void http() throws IOException {
        for (Scheme scheme : Scheme.values()) {
            PlannedRun run = cells.copies(FORM_FLOW, HTTP_FLOWS, "okhttp", scheme);
            try (Place place = Place.set(run, Files.createTempDirectory(scratch, "place"))) {
                CaTrust trust = CaTrust.in(place.tap().ca());
                BareHttpFlow bare = new BareHttpFlow(place, scheme, trust.context(), trust.manager());
                compare("HTTP cell (OkHttp), " + scheme, run, HTTP_FLOWS, bare::play);
            }
        }
    }

    private void browser() throws IOException {
        PlannedRun run = cells.copies(FORM_FLOW, BROWSER_FLOWS, "chromium-headless-shell", Scheme.HTTPS);
        try (Place place = Place.set(run, Files.createTempDirectory(scratch, "place"));
                BareBrowserFlow bare = new BareBrowserFlow(place, Scheme.HTTPS)) {
            compare("Browser cell (Playwright, headless shell), https", run, BROWSER_FLOWS, bare::play);
        }
    }

    /** One flow of a bare script, and what the tap saw of it. */
    @FunctionalInterface
    private interface Script {
        Recording play() throws IOException;
    }

    private void compare(String what, PlannedRun run, int each, Script bare) throws IOException {
        Timing ours = new Timing(List.of());
        Timing theirs = new Timing(List.of());
        List<String> requests = sameRequests(run, bare);
        for (int round = 0; round < ROUNDS; round++) {
            Timing cell = cells.play(run);
            List<Duration> script = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                long began = System.nanoTime();
                bare.play();
                script.add(Duration.ofNanos(System.nanoTime() - began));
            }
            ours = round == 0 ? ours : ours.and(cell);
            theirs = round == 0 ? theirs : theirs.and(new Timing(script));
        }
        say(
                "%s over a bare script: %.2f× by median, %.2f× by mean",
                what, ratio(ours, theirs), meanRatio(ours, theirs));
        say("  cell    %s", ours);
        say("  script  %s, %d requests", theirs, requests.size());
    }

    /** Those of the cell and those of the script, which must be the same: otherwise nothing is compared. */
    private List<String> sameRequests(PlannedRun run, Script bare) throws IOException {
        List<String> ofTheCell = requests(cells.recordingOfOne(run));
        List<String> ofTheScript = requests(bare.play());
        if (!ofTheCell.equals(ofTheScript)) {
            throw new IllegalStateException(
                    "the script does something else than the cell: " + ofTheScript + " and not " + ofTheCell);
        }
        return ofTheCell;
    }

    /** In no order: a page's images come as they please. */
    private static List<String> requests(Recording recording) {
        return recording.exchanges().stream()
                .map(e -> e.sender() + " " + e.request().method() + " "
                        + e.url().origin() + e.url().path())
                .map(request -> request.replace("PROBE", "USER_AGENT"))
                .sorted()
                .toList();
    }

    private static double ratio(Timing one, Timing other) {
        return one.medianMillis() / other.medianMillis();
    }

    private static double meanRatio(Timing one, Timing other) {
        return one.meanMillis() / other.meanMillis();
    }

    private void tap() throws IOException, InterruptedException, ExecutionException {
        try (TapThroughput tap = new TapThroughput(Files.createTempDirectory(scratch, "tap"))) {
            tap.direct(1, REQUESTS / 4);
            tap.throughTheTap(1, REQUESTS / 4);
            for (int threads : new int[] {1, 4}) {
                double direct = tap.direct(threads, REQUESTS);
                double tapped = tap.throughTheTap(threads, REQUESTS);
                say(
                        "Tap, %d at once: %.0f requests/s, direct %.0f: %.2f× the time",
                        threads, tapped, direct, direct / tapped);
            }
        }
    }

    private void karate() throws IOException, InterruptedException {
        String classPath = System.getProperty("bench.karate", "");
        if (classPath.isEmpty()) {
            throw new IllegalStateException("no -Dbench.karate: start this by ci/bench");
        }
        KarateRun karate = new KarateRun(root, classPath, scratch);
        for (Scheme scheme : Scheme.values()) {
            PlannedRun run = cells.copies(API_FLOW, KARATE_FLOWS, "okhttp", scheme);
            cells.play(run);
            try (Place place = Place.set(run, Files.createTempDirectory(scratch, "place"))) {
                double theirs = karate.flowsPerSecond(place, scheme, KARATE_FLOWS, 1);
                double ours = 1000 / cells.play(run).meanMillis();
                say(
                        "Flows per second, %s, one at a time: %.1f cells, %.1f in Karate: %.1f×",
                        scheme, ours, theirs, ours / theirs);
            }
        }
    }

    /** In a process of its own, as a user starts it. */
    private void plan() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcookieproof.home=" + root,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.cookieproof.cli.Main",
                        "run")
                .redirectError(scratch.resolve("plan.err").toFile())
                .redirectOutput(scratch.resolve("plan.out").toFile())
                .start();
        long began = System.nanoTime();
        try (Memory memory = Memory.watching(process.toHandle())) {
            if (!process.waitFor(30, TimeUnit.MINUTES)) {
                process.destroy();
                throw new IllegalStateException("the plan did not end in half an hour");
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            List<String> said = Files.readAllLines(scratch.resolve("plan.out"));
            String ledger = said.stream()
                    .filter(line -> line.startsWith("Ledger: "))
                    .findFirst()
                    .orElse("Ledger: 0 planned");
            int played = counted(ledger, "planned") - counted(ledger, "not-applicable") - counted(ledger, "not-run");
            say(
                    "The local plan: %d cells played in %.0f s, %.1f cells/s, at most %d MiB with all browsers; exit code %d",
                    played, seconds, played / seconds, memory.peakMib(), process.exitValue());
            say("  %s", ledger);
        }
    }

    private static int counted(String ledger, String what) {
        Matcher count = Pattern.compile("(\\d+) " + what).matcher(ledger);
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private void say(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
