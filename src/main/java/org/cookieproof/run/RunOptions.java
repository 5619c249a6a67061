package org.cookieproof.run;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How a run is to be executed, as opposed to what it is made of.
 *
 * @param reports  the folder below which the run makes its own
 * @param jobs     cells at once; 0 for as many as there are processors
 * @param failFast ends the run after the first cell that failed or broke
 */
public record RunOptions(Path reports, int jobs, boolean headed, boolean failFast) {

    public RunOptions {
        Objects.requireNonNull(reports);
    }
}
