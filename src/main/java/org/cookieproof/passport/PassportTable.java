package org.cookieproof.passport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cookieproof.profile.Profile;

/** Behaviour by user agent: what each answers, and where that is not the standard's answer. */
public final class PassportTable {

    private static final String HEAD =
            " | RFC 6265bis | browsers that agree | who answers otherwise |\n|---|---|---|---|\n";

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
                text.append("\n| ").append(chapter).append(HEAD);
            }
            text.append("| `").append(name(behaviour)).append("` ").append(cell(behaviour.title()));
            text.append(" | ").append(code(standard(behaviour).orElse(""))).append(" | ");
            text.append(browsersThatAgree(behaviour)).append(" | ");
            text.append(otherwise(behaviour)).append(" |\n");
        }
        return text.append(new ModelTable(passports.keySet(), comparisons()).markdown())
                .toString();
    }

    private static String name(Behaviour behaviour) {
        return behaviour.id().substring(behaviour.id().indexOf('/') + 1);
    }

    private String otherwise(Behaviour behaviour) {
        Map<String, Set<Profile>> byAnswer = new TreeMap<>();
        passports.forEach((profile, passport) -> {
            String answer = passport.answers().get(behaviour.id());
            if (answer != null && !answer.equals(standard(behaviour).orElse(""))) {
                byAnswer.computeIfAbsent(answer, a -> new LinkedHashSet<>()).add(profile);
            }
        });
        Set<Profile> asked = asked(behaviour);
        long others = byAnswer.values().stream().mapToLong(Set::size).sum();
        String told = byAnswer.entrySet().stream()
                .map(e -> code(e.getKey()) + ": " + String.join(", ", new Families(asked).named(e.getValue())))
                .collect(Collectors.joining("; "));
        return others + " of " + asked.size() + (told.isEmpty() ? "" : ": " + told);
    }

    private Set<Profile> asked(Behaviour behaviour) {
        return passports.entrySet().stream()
                .filter(e -> e.getValue().answers().containsKey(behaviour.id()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many of the browsers answer as the model of RFC 6265bis does: {@code 29 of 30}. */
    String browsersThatAgree(Behaviour behaviour) {
        List<String> browsers = passports.entrySet().stream()
                .filter(e -> e.getKey().kind() == Profile.Kind.BROWSER)
                .flatMap(e -> e.getValue().answer(behaviour).stream())
                .toList();
        String right = standard(behaviour).orElse("");
        long agree = browsers.stream().filter(right::equals).count();
        return agree + " of " + browsers.size();
    }

    /** The models beside the real engines that they are held against. */
    List<Comparison> comparisons() {
        return Comparison.of(passports, behaviours, model);
    }

    /** What of all passports together is not explained, or explained without need. */
    public List<PassportFinding> findings() {
        List<PassportFinding> findings = new ArrayList<>(PassportFinding.idleInFamilies(passports, behaviours, model));
        findings.addAll(Comparison.missing(passports));
        comparisons().forEach(c -> findings.addAll(c.findings()));
        return findings;
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

    static String code(String answer) {
        return "`" + cell(answer).replace("`", "'") + "`";
    }

    /** Fit for a cell of a table in Markdown. */
    static String cell(String text) {
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
