package org.cookieproof.evidence;

/** The name of a profile, as its file in {@code browsers/} is called: {@code chromium-headless-shell}. */
public record ProfileId(String value) implements Comparable<ProfileId> {

    public ProfileId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a profile needs a name");
        }
    }

    @Override
    public int compareTo(ProfileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
