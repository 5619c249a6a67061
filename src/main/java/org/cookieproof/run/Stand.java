package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cookieproof.tap.AddedHeader;
import org.cookieproof.tap.RateLimit;
import org.cookieproof.tap.Tap;
import org.cookieproof.tap.TapSettings;
import org.cookieproof.target.RequestHeader;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetUnavailableException;

/**
 * One variant of the target, started, with the tap in front of it and its accounts.
 *
 * @param secrets values that the tap sends and nobody may read in a report
 */
record Stand(TargetDefinition.Variant variant, RunningTarget target, Tap tap, Accounts accounts, List<String> secrets)
        implements AutoCloseable {

    /** Of each response, in octets: reports need no more, and a hostile target has no limit of its own. */
    private static final long BODY_LIMIT = 1 << 20;

    /** @throws org.cookieproof.target.TargetUnavailableException when the target cannot be had */
    static Stand start(
            PlannedRun run,
            String variantName,
            long seed,
            Path scratch,
            Optional<RateLimit> limit,
            InetAddress tapAddress) {
        TargetDefinition.Variant variant = run.target().variants().get(variantName);
        if (variant == null) {
            throw new IllegalStateException("planned with an unknown variant: " + variantName);
        }
        Map<String, String> switches =
                run.injectsAtService() ? run.regression().orElseThrow().switches() : Map.of();
        Map<RequestHeader, String> values = values(run.target().deployment().requestHeaders());
        RunningTarget target =
                run.provider().start(run.target(), variant.settings(), switches, made(scratch.resolve("target")), seed);
        try {
            Tap tap = Tap.start(
                    new TapSettings(target.addresses(), target.trust(), made(scratch.resolve("tap")), BODY_LIMIT)
                            .adding(added(values))
                            .limitedBy(limit)
                            .listeningOn(tapAddress));
            return new Stand(variant, target, tap, new Accounts(target.accounts()), secrets(values));
        } catch (RuntimeException e) {
            target.close();
            throw e;
        }
    }

    @Override
    public String toString() {
        return "Stand[" + variant.name() + "]"; // its secrets and its accounts are nobody's business
    }

    /**
     * Shared by all stands of a run: it is the target's, however many taps lead there. Of the target's limit and the
     * plan's the lower one holds.
     */
    static Optional<RateLimit> rateLimit(PlannedRun run) {
        OptionalDouble perSecond = DoubleStream.concat(
                        run.target().deployment().rateLimit().stream(),
                        IntStream.of(run.plan().rateLimit()).filter(n -> n > 0).asDoubleStream())
                .min();
        return perSecond.isPresent()
                ? Optional.of(new RateLimit(perSecond.getAsDouble(), System::nanoTime))
                : Optional.empty();
    }

    private static Map<RequestHeader, String> values(List<RequestHeader> headers) {
        Map<RequestHeader, String> values = new LinkedHashMap<>();
        for (RequestHeader header : headers) {
            String value = header.value().in(System.getenv());
            RequestHeader.whyNotValue(value).ifPresent(why -> {
                throw new TargetUnavailableException("the value of the request header " + header.name() + ": " + why);
            });
            values.put(header, value);
        }
        return values;
    }

    private static List<AddedHeader> added(Map<RequestHeader, String> values) {
        return values.entrySet().stream()
                .map(e -> new AddedHeader(
                        e.getKey().name(), e.getValue(), e.getKey().endpoints()))
                .toList();
    }

    private static List<String> secrets(Map<RequestHeader, String> values) {
        return values.entrySet().stream()
                .filter(e -> e.getKey().value().isSecret())
                .map(Map.Entry::getValue)
                .toList();
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
