package org.cookieproof.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a session store can fail its target. */
public enum StoreOutage {
    ERROR,
    REFUSED,
    TIMEOUT,
    SLOW;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StoreOutage> named(String word) {
        return Arrays.stream(values()).filter(s -> s.wireName().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(StoreOutage::wireName).toList();
    }
}
