package org.cookieproof.target;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;

/**
 * Which schemes a target serves. What is said to be missing is not asked for: its cells are not run, instead of passing
 * because nothing went wrong (T50501).
 *
 * @param everywhere of sites that are not named
 * @param at         of those that are
 */
public record Schemes(Set<Scheme> everywhere, Map<Role, Set<Scheme>> at) {

    /** As sites are unless their file says otherwise. */
    public static final Schemes BOTH = new Schemes(Set.of(Scheme.values()), Map.of());

    public Schemes {
        everywhere = copied(everywhere);
        EnumMap<Role, Set<Scheme>> copy = new EnumMap<>(Role.class);
        at.forEach((role, schemes) -> copy.put(role, copied(schemes)));
        at = Collections.unmodifiableMap(copy);
    }

    private static Set<Scheme> copied(Set<Scheme> schemes) {
        EnumSet<Scheme> copy = EnumSet.noneOf(Scheme.class);
        copy.addAll(schemes);
        return Collections.unmodifiableSet(copy);
    }

    public Set<Scheme> of(Role role) {
        return at.getOrDefault(role, everywhere);
    }

    /** Why nothing can be asked of these sites over this scheme, as verdicts say it; empty when it can. */
    public Optional<String> lack(Scheme scheme, Set<Role> roles) {
        String nothing = scheme == Scheme.HTTP ? "the target has no plain http" : "the target has no TLS";
        boolean nowhere = !everywhere.contains(scheme) && at.values().stream().noneMatch(s -> s.contains(scheme));
        return nowhere
                ? Optional.of(nothing)
                : new TreeSet<>(roles)
                        .stream()
                                .filter(role -> !of(role).contains(scheme))
                                .findFirst()
                                .map(role -> nothing + " at '" + role + "'");
    }
}
