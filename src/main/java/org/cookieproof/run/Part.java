package org.cookieproof.run;

import java.util.Objects;
import org.cookieproof.result.Shard;
import org.cookieproof.result.ShardedPlan;

/**
 * What a run is of a plan that is played in parts.
 *
 * @param of the whole
 */
public record Part(Shard shard, ShardedPlan of) {
    public Part {
        Objects.requireNonNull(shard);
        Objects.requireNonNull(of);
    }
}
