package org.cookieproof.shard;

import java.util.List;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.LedgerFile;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.ShardFile;
import org.cookieproof.result.SignalMoves;

/**
 * One run, put together from those of its parts; nothing of it is written yet.
 *
 * @param manifest as if it had been one run
 * @param results  one for each cell of the whole plan, in its order
 * @param bites    entries of known issues that no longer hold, as far as all parts together can tell
 * @param signals  how those of the target moved over all parts
 * @param file     what it was merged from
 * @param complete whether every part is there and told of each of its cells
 * @param remarks  what is not as it should be, a sentence each; empty where it is complete and every line was readable
 */
public record Merged(
        RunManifest manifest,
        List<CellResult> results,
        LedgerFile ledger,
        KnownBites bites,
        SignalMoves signals,
        ShardFile file,
        boolean complete,
        List<String> remarks) {

    public Merged {
        results = List.copyOf(results);
        remarks = List.copyOf(remarks);
        if (!Ledger.of(results).equals(ledger.ledger())
                || results.size() != manifest.planned().size()) {
            throw new IllegalArgumentException("the ledger of the merged run does not add up");
        }
    }
}
