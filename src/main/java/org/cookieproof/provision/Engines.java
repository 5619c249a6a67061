package org.cookieproof.provision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cookieproof.profile.CookieParser;
import org.cookieproof.profile.Profile;

/**
 * The cookie engines behind profiles. Two profiles share one where the same thing of the same release parses for both;
 * settings make no other engine.
 *
 * @param untold profiles of which nothing tells what parses for them
 */
public record Engines(List<Engine> all, List<Profile> untold) {

    public Engines {
        all = List.copyOf(all);
        untold = List.copyOf(untold);
    }

    /** Those of the field, each once. */
    public long distinct() {
        return all.stream().filter(Engine::isOfTheField).count();
    }

    /** How many of them are here. */
    public long there() {
        return all.stream().filter(e -> e.isOfTheField() && e.isThere()).count();
    }

    /** @param fetched what a profile's driver fetches for it; empty where nothing is to be fetched */
    public static Engines of(
            List<Profile> profiles, Installed installed, Jars jars, Function<Profile, Optional<Fetchable>> fetched) {
        Map<CookieParser, List<Profile>> users = new LinkedHashMap<>();
        List<Profile> untold = new ArrayList<>();
        for (Profile profile : profiles) {
            profile.cookieParser()
                    .ifPresentOrElse(
                            p -> users.computeIfAbsent(p, any -> new ArrayList<>())
                                    .add(profile),
                            () -> untold.add(profile));
        }
        Here here = new Here(installed, jars, fetched);
        return new Engines(
                users.entrySet().stream()
                        .map(e -> here.engine(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparing((Engine e) -> e.parser().origin())
                                .thenComparing(e -> e.parser().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                untold);
    }

    /** This machine. */
    private record Here(Installed installed, Jars jars, Function<Profile, Optional<Fetchable>> fetched) {

        Engine engine(CookieParser parser, List<Profile> profiles) {
            return switch (parser.origin()) {
                case DEBIAN ->
                    new Engine(
                            parser,
                            installed.version(parser.of()),
                            installed.megabytes(parser.of()),
                            installed.has(parser.of()),
                            Installed.installCommand(List.of(parser.of())),
                            profiles);
                case MAVEN -> {
                    Optional<Jars.Jar> jar = jars.of(parser.of().replaceFirst(".*:", ""));
                    yield new Engine(
                            parser,
                            jar.map(Jars.Jar::version),
                            jar.map(Jars.Jar::megabytes),
                            jar.isPresent(),
                            "comes with this program",
                            profiles);
                }
                case JAVA ->
                    new Engine(
                            parser,
                            Optional.of(Runtime.version().toString()),
                            Optional.empty(),
                            true,
                            "is the Java that runs this program",
                            profiles);
                case NPM -> fetchable(parser, profiles);
                case MODEL ->
                    new Engine(parser, Optional.empty(), Optional.empty(), true, "comes with this program", profiles);
            };
        }

        private Engine fetchable(CookieParser parser, List<Profile> profiles) {
            Optional<Fetchable> thing = fetched.apply(profiles.get(0));
            return new Engine(
                    parser,
                    Optional.of(parser.of().replaceFirst(".*@", "")),
                    thing.map(t -> (double) t.megabytes()),
                    thing.flatMap(Fetchable::there).isPresent(),
                    "fetched at first use",
                    profiles);
        }
    }
}
