package org.cookieproof.passport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cookieproof.profile.Profile;

/** Behaviour by user agent: what each answers, and where that is not the standard's answer. */
public final class PassportTable {

    private final Map<Profile, Passport> passports;
    private final List<Behaviour> behaviours;
    private final ModelAnswer model;

    PassportTable(Map<Profile, Passport> passports, List<Behaviour> behaviours, ModelAnswer model) {
        this.passports = passports;
        this.behaviours = behaviours;
        this.model = model;
    }

    public boolean isEmpty() {
        return passports.isEmpty();
    }

    Map<Profile, Passport> passports() {
        return passports;
    }

    List<Behaviour> behaviours() {
        return behaviours;
    }

    /** What RFC 6265bis answers; of a capability nothing. */
    Optional<String> standard(Behaviour behaviour) {
        return behaviour.verifies().isPresent() ? Optional.empty() : Optional.of(model.standard(behaviour));
    }

    /** For {@code browsers/README.md}: a row for each behaviour, with those who answer otherwise than the standard. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        if (isEmpty()) {
            return "";
        }
        String chapter = "";
        for (Behaviour behaviour : behaviours) {
            if (behaviour.verifies().isPresent()) {
                continue; // stands in the profiles' own files
            }
            if (!behaviour.chapter().equals(chapter)) {
                chapter = behaviour.chapter();
                text.append("\n| ").append(chapter).append(" | RFC 6265bis | who answers otherwise |\n|---|---|---|\n");
            }
            text.append("| `").append(name(behaviour)).append("` ").append(cell(behaviour.title()));
            text.append(" | ").append(code(standard(behaviour).orElse(""))).append(" | ");
            text.append(otherwise(behaviour)).append(" |\n");
        }
        return text.toString();
    }

    private static String name(Behaviour behaviour) {
        return behaviour.id().substring(behaviour.id().indexOf('/') + 1);
    }

    private String otherwise(Behaviour behaviour) {
        Map<String, List<String>> byAnswer = new TreeMap<>();
        passports.forEach((profile, passport) -> {
            String answer = passport.answers().get(behaviour.id());
            if (answer != null && !answer.equals(standard(behaviour).orElse(""))) {
                byAnswer.computeIfAbsent(answer, a -> new ArrayList<>())
                        .add(profile.id().value());
            }
        });
        long asked = passports.values().stream()
                .filter(p -> p.answers().containsKey(behaviour.id()))
                .count();
        long others = byAnswer.values().stream().mapToLong(List::size).sum();
        String told = byAnswer.entrySet().stream()
                .map(e -> code(e.getKey()) + ": " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; "));
        return others + " of " + asked + (told.isEmpty() ? "" : ": " + told);
    }

    /** The differences of each profile, for a page. */
    Map<Profile, Map<String, Difference>> differences() {
        Map<Profile, Map<String, Difference>> all = new LinkedHashMap<>();
        passports.forEach((profile, passport) -> all.put(
                profile,
                Difference.of(profile, passport, behaviours, model).stream()
                        .collect(Collectors.toMap(d -> d.behaviour().id(), d -> d))));
        return all;
    }

    private static String code(String answer) {
        return "`" + cell(answer).replace("`", "'") + "`";
    }

    private static String cell(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe.append(
                    switch (c) {
                        case '|' -> "\\|";
                        default -> c < 0x20 || c > 0x7e ? String.format("\\x%02x", (int) c) : String.valueOf(c);
                    });
        }
        return safe.toString();
    }
}
