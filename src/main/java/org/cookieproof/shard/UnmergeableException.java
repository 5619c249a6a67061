package org.cookieproof.shard;

import java.util.List;

/** Runs that are not parts of one plan, each once; nothing was written. */
public final class UnmergeableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> reasons;

    UnmergeableException(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** All that is wrong, a sentence each. */
    public List<String> reasons() {
        return reasons;
    }
}
