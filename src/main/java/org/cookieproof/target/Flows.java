package org.cookieproof.target;

import java.util.Map;
import java.util.Optional;

/** A target's flows by name, and how one asks it who one is. */
public record Flows(WhoAmI whoAmI, Map<String, Flow> byName) {

    public Flows {
        byName = Map.copyOf(byName);
    }

    public Optional<Flow> flow(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
