package org.cookieproof.evidence;

/** A scenario's path below the scenario folder, without its ending: {@code logout/everywhere}. */
public record ScenarioId(String value) implements Comparable<ScenarioId> {

    public ScenarioId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a scenario needs a name");
        }
    }

    @Override
    public int compareTo(ScenarioId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
