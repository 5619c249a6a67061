package org.cookieproof.target.keycloak;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How long sessions last from the login on, however much they are used.
 *
 * @param site    at a relying party; mod_auth_openidc takes no less than 15 s
 * @param central at Keycloak, for whom it does not remember
 */
record SessionLifespans(Duration site, Duration central) {

    /** The programs' own defaults. */
    static final SessionLifespans AS_SHIPPED = new SessionLifespans(Duration.ofHours(8), Duration.ofHours(10));

    private static final String SITE = "site-sessions-last";
    private static final String CENTRAL = "central-sessions-last";
    private static final long LEAST = 15;

    /**
     * @param settings of a variant, in seconds
     * @throws IllegalArgumentException with what is wrong and what would be right
     */
    static SessionLifespans of(Map<String, String> settings) {
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(Set.of(SITE, CENTRAL));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown settings " + unknown + " (known: " + SITE + ", " + CENTRAL + ")");
        }
        return new SessionLifespans(
                seconds(settings, SITE, AS_SHIPPED.site()), seconds(settings, CENTRAL, AS_SHIPPED.central()));
    }

    private static Duration seconds(Map<String, String> settings, String name, Duration otherwise) {
        String value = settings.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,7}") || Long.parseLong(value) < LEAST) {
            throw new IllegalArgumentException("'" + name + ":' is a whole number of seconds from " + LEAST
                    + " on, as mod_auth_openidc wants it, not \"" + value + "\"");
        }
        return Duration.ofSeconds(Long.parseLong(value));
    }
}
