package org.cookieproof.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        Interruption interruption) {}
