package org.cookieproof.driver;

import java.util.stream.Collectors;

/** The user agent could not be started, died, or hung: its cell is broken, never failed and never passed. */
public final class UserAgentBrokenException extends RuntimeException {

    public UserAgentBrokenException(String message) {
        super(message);
    }

    public UserAgentBrokenException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For whatever a library throws when what it should start dies, or never answers. */
    public static UserAgentBrokenException notStarted(String name, RuntimeException cause) {
        return cause instanceof UserAgentBrokenException told
                ? told
                : new UserAgentBrokenException(name + " does not start: " + beginning(cause), cause);
    }

    /** Libraries go on with logs and stacks. */
    private static String beginning(RuntimeException cause) {
        return String.valueOf(cause.getMessage())
                .lines()
                .limit(3)
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
