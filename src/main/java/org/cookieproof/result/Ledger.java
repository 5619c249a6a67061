package org.cookieproof.result;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Planned cells = the sum of the verdicts, always. */
public record Ledger(int planned, Map<Verdict, Integer> counts) {

    public Ledger {
        EnumMap<Verdict, Integer> all = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            all.put(verdict, counts.getOrDefault(verdict, 0));
        }
        counts = Collections.unmodifiableMap(all);
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != planned) {
            throw new IllegalArgumentException("the ledger does not add up: " + planned + " planned, " + sum + " told");
        }
    }

    public static Ledger of(Collection<CellResult> results) {
        EnumMap<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        results.forEach(r -> counts.merge(r.verdict(), 1, Integer::sum));
        return new Ledger(results.size(), counts);
    }

    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    public int executed() {
        return counts.entrySet().stream()
                .filter(e -> e.getKey().executed())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
