package org.cookieproof.profile;

import java.util.List;
import java.util.Objects;

/**
 * A real engine with the behaviour that a model plays, so that the model can be held against it.
 *
 * @param profile of the engine; {@value #NONE} where none with this behaviour can run here, {@value #BROWSERS} for each
 *                browser there is
 * @param on      the behaviours in question, as globs; none where there is no engine
 * @param because why this engine, or why none
 * @param differs where model and engine disagree all the same, explained
 */
public record HeldAgainst(String profile, List<String> on, String because, List<Profile.MeasuredDifference> differs) {

    static final String NONE = "none";
    static final String BROWSERS = "browsers";

    public HeldAgainst {
        Objects.requireNonNull(profile);
        on = List.copyOf(on);
        Objects.requireNonNull(because);
        differs = List.copyOf(differs);
    }

    public boolean isOfNone() {
        return profile.equals(NONE);
    }

    public boolean isOfBrowsers() {
        return profile.equals(BROWSERS);
    }

    /** Whether this is the engine, or one of them. */
    public boolean means(Profile engine) {
        return isOfBrowsers()
                ? engine.kind() == Profile.Kind.BROWSER
                : engine.id().value().equals(profile);
    }
}
