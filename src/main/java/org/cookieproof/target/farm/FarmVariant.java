package org.cookieproof.target.farm;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.farm.FarmSettings;
import org.cookieproof.farm.Mechanisms;
import org.cookieproof.farm.Version;
import org.cookieproof.farm.site.CentralScope;

/** The {@code settings:} of a variant in a target file, read for the farm. */
final class FarmVariant {

    private static final String SECURE_LOGIN = "secure-login";
    private static final String CENTRAL_COOKIES = "central-cookies";
    private static final String SEED = "seed";
    private static final Set<String> KEYS = Set.of(SECURE_LOGIN, CENTRAL_COOKIES, SEED);

    private FarmVariant() {}

    /** @throws IllegalArgumentException naming what is known, when a key or a value is not */
    static FarmSettings settings(Map<String, String> settings, Mechanisms mechanisms) {
        FarmSettings farm =
                FarmSettings.defaults().withVersion(version(settings)).withMechanisms(mechanisms);
        String seed = settings.get(SEED);
        return seed == null ? farm : farm.withSeed(seed(seed));
    }

    /** @throws IllegalArgumentException naming what is known, when a key or a value is not */
    static Version version(Map<String, String> settings) {
        settings.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("unknown setting '" + key + "'; known: "
                            + KEYS.stream().sorted().toList());
                });
        String secure = settings.getOrDefault(SECURE_LOGIN, "false");
        if (!secure.equals("true") && !secure.equals("false")) {
            throw new IllegalArgumentException("'" + SECURE_LOGIN + ":' is \"true\" or \"false\", not " + secure);
        }
        return new Version(Boolean.parseBoolean(secure), scope(settings.getOrDefault(CENTRAL_COOKIES, "domain")));
    }

    private static CentralScope scope(String word) {
        return Stream.of(CentralScope.values())
                .filter(scope -> name(scope).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown value '" + word + "' of '" + CENTRAL_COOKIES
                        + ":'; known: "
                        + Stream.of(CentralScope.values())
                                .map(FarmVariant::name)
                                .collect(Collectors.joining(", "))));
    }

    private static String name(CentralScope scope) {
        return scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + SEED + ":' is a whole number, not " + text, e);
        }
    }
}
