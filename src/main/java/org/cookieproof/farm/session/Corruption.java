package org.cookieproof.farm.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The ways in which stored sessions were seen to be unusable (T124126). */
public enum Corruption {
    /** A value of another type. */
    NOT_AN_ARRAY(bytes -> "\"a string\"".getBytes(UTF_8), true),
    /** The data alone. */
    NO_METADATA(bytes -> "{\"data\":{}}".getBytes(UTF_8), false),
    /** Made by a provider that is not installed. */
    UNKNOWN_PROVIDER(field("provider", "RemovedExtensionSessionProvider"), false),
    /** Made by a provider whose sessions are not for this kind of request. */
    WRONG_PROVIDER(field("provider", StoredLocal.OTHER_PROVIDER), false),
    /** The user's name with somebody else's id. */
    USER_ID_MISMATCH(field("userId", 999_999_999L), true),
    /** The user's id with the name that he had before. */
    RENAMED_USER(field("userName", "Former name"), false),
    /** The global token of an earlier time. */
    TOKEN_MISMATCH(field("userToken", "00000000000000000000000000000000"), true),
    /** Its first half. */
    TRUNCATED(bytes -> Arrays.copyOf(bytes, bytes.length / 2), true),
    /** As PHP's serialize() writes it. */
    OTHER_SERIALIZATION(bytes -> "a:2:{s:4:\"data\";a:0:{}s:8:\"metadata\";a:0:{}}".getBytes(UTF_8), true);

    @SuppressWarnings("ImmutableEnumChecker") // each is a function without state
    private final UnaryOperator<byte[]> change;

    private final boolean centralToo;

    /** @param centralToo whether a central session can be so too: it has neither metadata nor a provider */
    Corruption(UnaryOperator<byte[]> change, boolean centralToo) {
        this.change = change;
        this.centralToo = centralToo;
    }

    byte[] of(byte[] stored) {
        return change.apply(stored);
    }

    boolean isOfCentralToo() {
        return centralToo;
    }

    private static UnaryOperator<byte[]> field(String name, Object value) {
        return bytes -> StoredValues.withFields(bytes, Map.of(name, value));
    }
}
