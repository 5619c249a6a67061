package org.cookieproof.evidence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The hosts of a target by role. A role that the target does not have is absent. */
public record Sites(Map<Role, String> hosts) {

    public Sites {
        hosts = Collections.unmodifiableMap(hosts.isEmpty() ? Map.of() : new EnumMap<>(hosts));
    }

    public Optional<String> host(Role role) {
        return Optional.ofNullable(hosts.get(role));
    }

    /** The role of a host; empty for one that is not the target's. */
    public Optional<Role> role(String host) {
        return hosts.entrySet().stream()
                .filter(e -> e.getValue().equalsIgnoreCase(host))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
