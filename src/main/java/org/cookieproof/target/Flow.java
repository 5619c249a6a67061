package org.cookieproof.target;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.Role;
import org.cookieproof.yaml.Position;

/**
 * How a target does one thing that scenarios ask for.
 *
 * @param needs   capabilities of a profile without which it cannot be done
 * @param roles   the sites where it can be done; empty for all
 * @param ownLogin where the API is, for a user agent that logs in with its own code in place of the actions; empty for
 *                 a flow that is no login by the API
 * @param takes   its parameters with their defaults, which may be empty
 * @param actions what is done, in order; texts may hold <code>${parameter}</code>
 */
public record Flow(
        String name,
        Position at,
        Set<String> needs,
        Set<Role> roles,
        Optional<String> ownLogin,
        Map<String, String> takes,
        List<FlowAction> actions) {

    public Flow {
        Objects.requireNonNull(name);
        Objects.requireNonNull(at);
        needs = Set.copyOf(needs);
        roles = Set.copyOf(roles);
        Objects.requireNonNull(ownLogin);
        takes = Map.copyOf(takes);
        actions = List.copyOf(actions);
    }

    public boolean canBeDoneAt(Role role) {
        return roles.isEmpty() || roles.contains(role);
    }
}
