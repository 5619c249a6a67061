package org.cookieproof.passport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cookieproof.profile.Profile;

/** Names many profiles shortly: by a family where all its members are meant. */
final class Families {

    private static final int WORTH_A_NAME = 3;

    private final Map<String, Set<Profile>> members = new TreeMap<>();

    /** @param asked of whom alone a family consists here */
    Families(Collection<Profile> asked) {
        asked.forEach(profile -> profile.differs()
                .forEach(d -> d.family()
                        .ifPresent(family -> members.computeIfAbsent(family, f -> new LinkedHashSet<>())
                                .add(profile))));
    }

    /** The largest families first, then whoever is left. */
    List<String> named(Set<Profile> meant) {
        Set<Profile> left = new LinkedHashSet<>(meant);
        List<String> names = new ArrayList<>();
        members.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<Profile>> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .filter(e -> e.getValue().size() >= WORTH_A_NAME)
                .forEach(e -> {
                    if (left.containsAll(e.getValue())) {
                        left.removeAll(e.getValue());
                        names.add("all " + e.getValue().size() + " of *" + e.getKey() + "*");
                    }
                });
        left.forEach(profile -> names.add(profile.id().value()));
        return names;
    }
}
