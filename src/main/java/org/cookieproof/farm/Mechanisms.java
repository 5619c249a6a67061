package org.cookieproof.farm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cookieproof.farm.central.Unstub;
import org.cookieproof.farm.session.CacheLimiter;
import org.cookieproof.farm.session.TokenMismatch;
import org.cookieproof.farm.wire.DeletedLiteral;
import org.cookieproof.farm.wire.DeletionRule;
import org.cookieproof.farm.wire.SecureFlag;

/**
 * How the farm does the things that real deployments once did wrong. Each component is the object that does it, handed to
 * those who need it when the farm is put together; no code that answers requests knows that there is a choice.
 *
 * @param centralTokenMismatch {@code central-token-mismatch}: {@code refuse} or {@code fall-back-to-local}
 * @param centralUnstub        {@code central-unstub}: {@code complete} or {@code skip}
 * @param secureFlag           {@code secure-flag}: {@code request-scheme} or {@code account-requires-https}
 * @param deletedLiteral       {@code deleted-literal}: {@code absent} or {@code value}
 * @param deletions            {@code deletions}: {@code known-to-client} or {@code always}
 * @param cacheLimiter         {@code cache-limiter}: {@code none} or {@code nocache}
 */
public record Mechanisms(
        TokenMismatch centralTokenMismatch,
        Unstub centralUnstub,
        SecureFlag secureFlag,
        DeletedLiteral deletedLiteral,
        DeletionRule deletions,
        CacheLimiter cacheLimiter) {

    private static final Map<String, Mechanism<?>> BY_KEY = new TreeMap<>(Map.of(
            "central-token-mismatch",
            new Mechanism<>(
                    List.of(TokenMismatch.values()),
                    (m, choice) -> new Mechanisms(
                            choice, m.centralUnstub, m.secureFlag, m.deletedLiteral, m.deletions, m.cacheLimiter)),
            "central-unstub",
            new Mechanism<>(
                    List.of(Unstub.values()),
                    (m, choice) -> new Mechanisms(
                            m.centralTokenMismatch,
                            choice,
                            m.secureFlag,
                            m.deletedLiteral,
                            m.deletions,
                            m.cacheLimiter)),
            "secure-flag",
            new Mechanism<>(
                    List.of(SecureFlag.values()),
                    (m, choice) -> new Mechanisms(
                            m.centralTokenMismatch,
                            m.centralUnstub,
                            choice,
                            m.deletedLiteral,
                            m.deletions,
                            m.cacheLimiter)),
            "deleted-literal",
            new Mechanism<>(
                    List.of(DeletedLiteral.values()),
                    (m, choice) -> new Mechanisms(
                            m.centralTokenMismatch,
                            m.centralUnstub,
                            m.secureFlag,
                            choice,
                            m.deletions,
                            m.cacheLimiter)),
            "deletions",
            new Mechanism<>(
                    List.of(DeletionRule.values()),
                    (m, choice) -> new Mechanisms(
                            m.centralTokenMismatch,
                            m.centralUnstub,
                            m.secureFlag,
                            m.deletedLiteral,
                            choice,
                            m.cacheLimiter)),
            "cache-limiter",
            new Mechanism<>(
                    List.of(CacheLimiter.values()),
                    (m, choice) -> new Mechanisms(
                            m.centralTokenMismatch,
                            m.centralUnstub,
                            m.secureFlag,
                            m.deletedLiteral,
                            m.deletions,
                            choice))));

    /** What {@link #with} can exchange. */
    public static Set<String> keys() {
        return Set.copyOf(BY_KEY.keySet());
    }

    /** Every mechanism as it should be. */
    public static Mechanisms healthy() {
        return new Mechanisms(
                TokenMismatch.REFUSE,
                Unstub.COMPLETE,
                SecureFlag.REQUEST_SCHEME,
                DeletedLiteral.ABSENT,
                DeletionRule.KNOWN_TO_CLIENT,
                CacheLimiter.NONE);
    }

    /**
     * These with one choice by its names in YAML, as {@code with("central-unstub", "skip")}.
     *
     * @throws IllegalArgumentException naming what is known, when the key or the value is not
     */
    public Mechanisms with(String key, String value) {
        Mechanism<?> mechanism = BY_KEY.get(key);
        if (mechanism == null) {
            throw new IllegalArgumentException("unknown mechanism '" + key + "'; known: " + BY_KEY.keySet());
        }
        return mechanism.choose(this, key, value);
    }

    /** What a mechanism may be, and how it is set. */
    private record Mechanism<E extends Enum<E>>(List<E> choices, Setter<E> setter) {

        Mechanisms choose(Mechanisms mechanisms, String key, String value) {
            E choice = choices.stream()
                    .filter(c -> yamlName(c).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown value '" + value + "' of " + key
                            + "; known: "
                            + choices.stream().map(Mechanism::yamlName).toList()));
            return setter.set(mechanisms, choice);
        }

        private static String yamlName(Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private interface Setter<E> {
        Mechanisms set(Mechanisms mechanisms, E choice);
    }
}
