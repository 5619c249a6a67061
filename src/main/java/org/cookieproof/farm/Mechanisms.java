package org.cookieproof.farm;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cookieproof.farm.central.Unstub;
import org.cookieproof.farm.page.LogoutConfirmation;
import org.cookieproof.farm.page.LogoutScheme;
import org.cookieproof.farm.page.WriteGuard;
import org.cookieproof.farm.session.CacheLimiter;
import org.cookieproof.farm.session.CentralUpdate;
import org.cookieproof.farm.session.FormSecret;
import org.cookieproof.farm.session.FormTokenCheck;
import org.cookieproof.farm.session.LoginSessionId;
import org.cookieproof.farm.session.LogoutCommit;
import org.cookieproof.farm.session.Renewal;
import org.cookieproof.farm.session.StoreOutage;
import org.cookieproof.farm.session.TokenMismatch;
import org.cookieproof.farm.session.UnknownSessionId;
import org.cookieproof.farm.session.UnusableSession;
import org.cookieproof.farm.site.ApexCookies;
import org.cookieproof.farm.site.FormerCookies;
import org.cookieproof.farm.wire.DeletedLiteral;
import org.cookieproof.farm.wire.DeletionRule;
import org.cookieproof.farm.wire.SecureFlag;

/**
 * How the farm does the things that real deployments once did wrong. Each choice is the object that does it, handed to
 * those who need it when the farm is put together; no code that answers requests knows that there is a choice. Of each
 * kind the first constant is the healthy one; what the others do is told with them.
 *
 * @param chosen by kind
 */
public record Mechanisms(Map<Class<?>, Enum<?>> chosen) {

    private static final Map<String, Class<? extends Enum<?>>> BY_KEY = new TreeMap<>(Map.ofEntries(
            entry("apex-central-cookies", ApexCookies.class),
            entry("cache-limiter", CacheLimiter.class),
            entry("central-session-update", CentralUpdate.class),
            entry("central-token-mismatch", TokenMismatch.class),
            entry("central-unstub", Unstub.class),
            entry("deleted-literal", DeletedLiteral.class),
            entry("deletions", DeletionRule.class),
            entry("form-tokens", FormTokenCheck.class),
            entry("form-secret", FormSecret.class),
            entry("former-cookies", FormerCookies.class),
            entry("logged-out-writes", WriteGuard.class),
            entry("login-session-id", LoginSessionId.class),
            entry("logout-commit", LogoutCommit.class),
            entry("logout-confirmation", LogoutConfirmation.class),
            entry("logout-over-http", LogoutScheme.class),
            entry("secure-flag", SecureFlag.class),
            entry("session-renewal", Renewal.class),
            entry("store-outage", StoreOutage.class),
            entry("unknown-session-id", UnknownSessionId.class),
            entry("unusable-session", UnusableSession.class)));

    public Mechanisms {
        chosen = Map.copyOf(chosen);
    }

    /** What {@link #with} can exchange. */
    public static Set<String> keys() {
        return Set.copyOf(BY_KEY.keySet());
    }

    /** Every mechanism as it should be. */
    public static Mechanisms healthy() {
        Map<Class<?>, Enum<?>> first = new HashMap<>();
        BY_KEY.values().forEach(kind -> first.put(kind, choices(kind).get(0)));
        return new Mechanisms(first);
    }

    /** The choice of a kind. */
    public <E extends Enum<E>> E of(Class<E> kind) {
        return Optional.ofNullable(chosen.get(kind)).map(kind::cast).orElseThrow();
    }

    /**
     * These with one choice by its names in YAML, as {@code with("central-unstub", "skip")}.
     *
     * @throws IllegalArgumentException naming what is known, when the key or the value is not
     */
    public Mechanisms with(String key, String value) {
        Class<? extends Enum<?>> kind = BY_KEY.get(key);
        if (kind == null) {
            throw new IllegalArgumentException("unknown mechanism '" + key + "'; known: " + BY_KEY.keySet());
        }
        Enum<?> choice = choices(kind).stream()
                .filter(c -> yamlName(c).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown value '" + value + "' of " + key + "; known: "
                        + choices(kind).stream().map(Mechanisms::yamlName).toList()));
        Map<Class<?>, Enum<?>> other = new HashMap<>(chosen);
        other.put(kind, choice);
        return new Mechanisms(other);
    }

    private static List<Enum<?>> choices(Class<? extends Enum<?>> kind) {
        return Stream.<Enum<?>>of(kind.getEnumConstants()).toList();
    }

    private static String yamlName(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
