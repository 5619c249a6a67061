package org.cookieproof.evidence;

import java.util.Comparator;
import org.cookieproof.http.Scheme;

/** Scenario × profile × scheme: the unit that runs and gets a verdict; unique within a run. */
public record CellId(ScenarioId scenario, ProfileId profile, Scheme scheme) implements Comparable<CellId> {

    private static final Comparator<CellId> ORDER = Comparator.comparing(CellId::scenario)
            .thenComparing(CellId::profile)
            .thenComparing(CellId::scheme);

    @Override
    public int compareTo(CellId other) {
        return ORDER.compare(this, other);
    }

    /** As commands take it and reports show it: {@code logout/everywhere × curl × https}. */
    @Override
    public String toString() {
        return scenario + " × " + profile + " × " + scheme;
    }

    /** A file name for this cell's attachments. */
    public String slug() {
        return (scenario + "--" + profile + "--" + scheme).replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
