package org.cookieproof.doctor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.Role;
import org.cookieproof.result.Mirror;

/** Holds two targets against each other. */
public final class Comparison {

    private static final String THERE = "there";
    private static final String NONE = "none";

    private Comparison() {}

    /** All in which they differ. Of a site that only one of them has, only that is told. */
    public static List<Mirror.Difference> between(TargetSnapshot one, TargetSnapshot other) {
        List<Mirror.Difference> all = new ArrayList<>();
        for (Role role : Role.values()) {
            if (one.sites().contains(role) != other.sites().contains(role)) {
                all.add(new Mirror.Difference(
                        "site " + role,
                        one.sites().contains(role) ? THERE : NONE,
                        other.sites().contains(role) ? THERE : NONE));
            }
        }
        Set<TargetSnapshot.Fact> facts = new LinkedHashSet<>(one.facts().keySet());
        facts.addAll(other.facts().keySet());
        for (TargetSnapshot.Fact fact : facts) {
            boolean both = fact.role()
                    .map(r -> one.sites().contains(r) && other.sites().contains(r))
                    .orElse(true);
            String here = one.facts().getOrDefault(fact, NONE);
            String there = other.facts().getOrDefault(fact, NONE);
            if (both && !here.equals(there)) {
                all.add(new Mirror.Difference(fact.toString(), here, there));
            }
        }
        return all;
    }
}
