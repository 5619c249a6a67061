package org.cookieproof.doctor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cookieproof.evidence.Role;

/**
 * Where two targets are not alike.
 *
 * @param what  they differ in
 * @param one   how it is at the first
 * @param other how it is at the second
 */
public record Difference(String what, String one, String other) {

    private static final String NONE = "none";

    public Difference {
        Objects.requireNonNull(what);
        Objects.requireNonNull(one);
        Objects.requireNonNull(other);
    }

    /** All there are. Of a site that only one of them has, only that is told. */
    public static List<Difference> between(Portrait one, Portrait other) {
        List<Difference> all = new ArrayList<>();
        for (Role role : Role.values()) {
            if (one.sites().contains(role) != other.sites().contains(role)) {
                all.add(new Difference(
                        "site " + role,
                        one.sites().contains(role) ? "there" : NONE,
                        other.sites().contains(role) ? "there" : NONE));
            }
        }
        Set<Portrait.Fact> facts = new LinkedHashSet<>(one.facts().keySet());
        facts.addAll(other.facts().keySet());
        for (Portrait.Fact fact : facts) {
            boolean both = fact.role()
                    .map(r -> one.sites().contains(r) && other.sites().contains(r))
                    .orElse(true);
            String here = one.facts().getOrDefault(fact, NONE);
            String there = other.facts().getOrDefault(fact, NONE);
            if (both && !here.equals(there)) {
                all.add(new Difference(fact.toString(), here, there));
            }
        }
        return all;
    }
}
