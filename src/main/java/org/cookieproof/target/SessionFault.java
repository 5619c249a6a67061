package org.cookieproof.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which a stored session was seen to be unusable (T124126). */
public enum SessionFault {
    NOT_AN_ARRAY,
    NO_METADATA,
    UNKNOWN_PROVIDER,
    WRONG_PROVIDER,
    USER_ID_MISMATCH,
    RENAMED_USER,
    TOKEN_MISMATCH,
    TRUNCATED,
    OTHER_SERIALIZATION;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SessionFault> named(String word) {
        return Arrays.stream(values()).filter(s -> s.wireName().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(SessionFault::wireName).toList();
    }
}
