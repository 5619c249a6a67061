package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.cookieproof.result.ResultListener;

/** Plays selections of the project's own files, as the command line does. */
final class Runs {

    static final ResultListener UNHEARD = new ResultListener() {};

    private static final Catalog CATALOG = Catalog.load();

    private Runs() {}

    static PlannedRun plan(Selection selection) {
        return new Planner(new Project(Path.of("").toAbsolutePath()), CATALOG).plan(selection);
    }

    static Runner runner(Path reports) {
        return runner(new RunOptions(reports, 0, false, false));
    }

    static Runner runner(RunOptions options) {
        return new Runner(CATALOG, options, InstantSource.system(), new SecureRandom());
    }

    static RunOutcome play(Selection selection, Path reports) {
        RunOutcome outcome = runner(reports).run(plan(selection), UNHEARD);
        assertThat(outcome.remains()).as("what the run left behind").isEmpty();
        return outcome;
    }
}
