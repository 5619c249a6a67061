package org.cookieproof.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.check.Check;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.step.Expectation;
import org.cookieproof.step.Verb;
import org.cookieproof.target.TargetProvider;

/** Everything that this build can say, drive, start and check; the only caller of {@link ServiceLoader}. */
public record Catalog(
        Map<String, Verb> verbs,
        Map<String, Expectation> expectations,
        List<Check> checks,
        Map<String, DriverProvider> drivers,
        Map<String, TargetProvider> targets) {

    public Catalog {
        verbs = Map.copyOf(verbs);
        expectations = Map.copyOf(expectations);
        checks = List.copyOf(checks);
        drivers = Map.copyOf(drivers);
        targets = Map.copyOf(targets);
    }

    public static Catalog load() {
        return new Catalog(
                load(Verb.class, Verb::name),
                load(Expectation.class, Expectation::name),
                ServiceLoader.load(Check.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(Check::id))
                        .toList(),
                load(DriverProvider.class, DriverProvider::id),
                load(TargetProvider.class, TargetProvider::id));
    }

    /** What profiles may say in {@code settings:}, by their driver. */
    Map<String, Set<String>> settings() {
        return drivers.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        DriverProvider::id,
                        d -> Stream.concat(d.settings().stream(), Stream.of(RefusedHosts.OF_ITS_OWN))
                                .collect(Collectors.toUnmodifiableSet())));
    }

    private static <T> Map<String, T> load(Class<T> service, Function<T, String> name) {
        return ServiceLoader.load(service).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }
}
