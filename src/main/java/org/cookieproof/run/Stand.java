package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cookieproof.tap.Tap;
import org.cookieproof.tap.TapSettings;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetDefinition;

/** One variant of the target, started, with the tap in front of it and its accounts. */
record Stand(TargetDefinition.Variant variant, RunningTarget target, Tap tap, Accounts accounts)
        implements AutoCloseable {

    /** Of each response, in octets: reports need no more, and a hostile target has no limit of its own. */
    private static final long BODY_LIMIT = 1 << 20;

    /** @throws org.cookieproof.target.TargetUnavailableException when the target cannot be had */
    static Stand start(PlannedRun run, String variantName, long seed, Path scratch) {
        TargetDefinition.Variant variant = run.target().variants().get(variantName);
        if (variant == null) {
            throw new IllegalStateException("planned with an unknown variant: " + variantName);
        }
        Map<String, String> switches =
                run.injectsAtService() ? run.regression().orElseThrow().switches() : Map.of();
        RunningTarget target =
                run.provider().start(run.target(), variant.settings(), switches, made(scratch.resolve("target")), seed);
        try {
            Tap tap = Tap.start(
                    new TapSettings(target.addresses(), target.trust(), made(scratch.resolve("tap")), BODY_LIMIT));
            return new Stand(variant, target, tap, new Accounts(target.accounts()));
        } catch (RuntimeException e) {
            target.close();
            throw e;
        }
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
    }

    @Override
    public void close() {
        try (target) {
            tap.close();
        }
    }
}
