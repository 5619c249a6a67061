package org.cookieproof.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.http.Scheme;
import org.cookieproof.run.PlannedRun;

/** Measures all and prints a table; each pair of figures alternates within this one process. */
public final class Bench {

    private static final String FLOW = "logout/this-session";

    /** Both sides of a pair are played alternately in so many rounds; the first warms up and is not counted. */
    private static final int ROUNDS = 5;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path scratch;
    private final Cells cells;

    private Bench(Path root, Path scratch) {
        this.scratch = scratch;
        this.cells = new Cells(root, scratch);
    }

    public static void main(String[] args) throws IOException {
        Path scratch = Files.createTempDirectory("cookieproof-bench");
        new Bench(Path.of(System.getProperty("cookieproof.home", "")).toAbsolutePath(), scratch).http(40);
    }

    private void http(int each) throws IOException {
        for (Scheme scheme : Scheme.values()) {
            PlannedRun run = cells.copies(FLOW, each, "okhttp", scheme);
            try (Place place = Place.set(run, Files.createTempDirectory(scratch, "place"))) {
                CaTrust trust = CaTrust.in(place.tap().ca());
                BareHttpFlow bare = new BareHttpFlow(place, scheme, trust.context(), trust.manager());
                Timing ours = new Timing(List.of());
                Timing theirs = new Timing(List.of());
                int exchanges = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    Timing cell = cells.play(run);
                    List<Duration> script = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        long began = System.nanoTime();
                        exchanges = bare.play();
                        script.add(Duration.ofNanos(System.nanoTime() - began));
                    }
                    ours = round == 0 ? ours : ours.and(cell);
                    theirs = round == 0 ? theirs : theirs.and(new Timing(script));
                }
                out.printf(
                        Locale.ROOT,
                        "HTTP cell over bare script, %s: %.2f× by median, %.2f× by mean (%d exchanges)%n  cell   %s%n  script %s%n",
                        scheme,
                        ours.medianMillis() / theirs.medianMillis(),
                        ours.meanMillis() / theirs.meanMillis(),
                        exchanges,
                        ours,
                        theirs);
            }
        }
    }
}
