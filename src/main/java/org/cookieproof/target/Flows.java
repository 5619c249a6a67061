package org.cookieproof.target;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.evidence.Role;

/**
 * A target's flows by name, and how one asks it who one is.
 *
 * @param whoAmI   where the next does not say otherwise
 * @param whoAmIAt sites that are asked in another way
 */
public record Flows(WhoAmI whoAmI, Map<Role, WhoAmI> whoAmIAt, Map<String, Flow> byName) {

    public Flows {
        Objects.requireNonNull(whoAmI);
        whoAmIAt = Map.copyOf(whoAmIAt);
        byName = Map.copyOf(byName);
    }

    /** How one asks a site. */
    public WhoAmI whoAmI(Role at) {
        return whoAmIAt.getOrDefault(at, whoAmI);
    }

    public Optional<Flow> flow(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
