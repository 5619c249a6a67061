package org.cookieproof.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.check.Check;
import org.cookieproof.evidence.Redaction;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.result.RunDirectory;

/**
 * What all cells of a run share.
 *
 * @param scratch  cells make and delete directories of their own below it
 * @param home     for what drivers prepare once for a run
 * @param patience how long one action of a user agent, or one condition, may take
 * @param known    what is expected to fail
 * @param retries  how often a cell that failed or broke is played again
 * @param repeat   how often each cell is played
 * @param watch    who looks on
 * @param again    where a cell of an earlier run is played as it was
 * @param remote   where browsers are had from a Selenium Grid
 */
record CellSetup(
        PlannedRun run,
        String runId,
        List<Check> checks,
        PublicSuffixes publicSuffixes,
        Redaction redaction,
        RunDirectory directory,
        Path scratch,
        Path home,
        boolean headed,
        Duration patience,
        Interruption interruption,
        KnownTally known,
        int retries,
        int repeat,
        CellWatch watch,
        Optional<RunOptions.Again> again,
        Optional<Remote> remote) {

    /** Whether recordings of cells that passed are kept too. */
    boolean keepsAll() {
        return again.isPresent();
    }

    /** The account that each persona is to have; empty for whichever is free. */
    Map<String, Integer> accounts() {
        return again.map(RunOptions.Again::accounts).orElse(Map.of());
    }
}
