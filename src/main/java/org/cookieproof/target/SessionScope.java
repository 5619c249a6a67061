package org.cookieproof.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which sessions a reset ends. */
public enum SessionScope {
    /** All, remembered logins too, as an operator's reset of tokens does. */
    ALL,
    /** The store forgets the sessions of the whole deployment; what is remembered lives on. */
    CENTRAL,
    /** The store forgets each site's own sessions; central ones live on. */
    LOCAL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SessionScope> named(String word) {
        return Arrays.stream(values()).filter(s -> s.wireName().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(SessionScope::wireName).toList();
    }
}
