package org.cookieproof.result;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.evidence.CellId;

/** Where everything of one run stands: {@code reports/<run-id>/}. */
public record RunDirectory(Path root) {

    /** Why a planned cell without a line in {@code results.jsonl} was not run. */
    public static final String RUN_ENDED_FIRST = "the run ended first";

    public Path results() {
        return root.resolve("results.jsonl");
    }

    public Path ledger() {
        return root.resolve("ledger.json");
    }

    public Path manifest() {
        return root.resolve("plan.json");
    }

    public Path shard() {
        return root.resolve("shard.json");
    }

    public Path drill() {
        return root.resolve("drill.json");
    }

    public Path known() {
        return root.resolve("known.json");
    }

    public Path signals() {
        return root.resolve("signals.json");
    }

    public Path mirror() {
        return root.resolve("mirror.json");
    }

    /**
     * Where the doctor leaves what the runs of a target are to know of it.
     *
     * @param reports the folder of all runs
     */
    public static Path mirrorOf(Path reports, String target) {
        return reports.resolve("doctor").resolve(target + ".mirror.json");
    }

    /** Where a cell that is played again for a person leaves its files. */
    public Path repro(CellId cell) {
        return root.resolve("repro").resolve(cell.slug());
    }

    public Path recordings() {
        return root.resolve("recordings");
    }

    public Path screens() {
        return root.resolve("screens");
    }

    public Path allureResults() {
        return root.resolve("allure-results");
    }

    public Path junit() {
        return root.resolve("junit.xml");
    }

    public Path index() {
        return root.resolve("index.html");
    }

    /**
     * The file of an attachment.
     *
     * @param attachment a path below the run's folder, as a {@link CellResult} has it
     * @throws IllegalArgumentException when it leads out of the run's folder
     */
    public Path attachment(String attachment) {
        Path base = root.toAbsolutePath().normalize();
        Path file = base.resolve(attachment).normalize();
        if (!file.startsWith(base)) {
            throw new IllegalArgumentException("'" + attachment + "' is not in the run's folder");
        }
        return file;
    }

    /** The path below the run's folder by which results name an attachment; with slashes on every system. */
    public String relative(Path file) {
        return root.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    /**
     * The results of every planned cell, in the order of the plan: those told, and {@code not-run} for those that the
     * run did not live to tell. Of two lines for one cell the later counts.
     */
    public static List<CellResult> completeResults(RunDirectory directory) {
        return RunRecord.load(directory).results();
    }

    static List<CellResult> complete(RunManifest manifest, List<CellResult> told) {
        Map<CellId, CellResult> byCell = new LinkedHashMap<>();
        manifest.planned().forEach(cell -> byCell.put(cell, manifest.notRun(cell, RUN_ENDED_FIRST)));
        told.forEach(result -> byCell.put(result.cell(), result));
        return List.copyOf(byCell.values());
    }
}
