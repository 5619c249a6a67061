package org.cookieproof.passport;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.evidence.ProfileId;

/**
 * A user agent that is not the release which its passport was measured with. Debian's versions float, so that this is
 * told and is no fault: what the passport and the profile's deviations say need not hold for it.
 *
 * @param measured engine and version, as the passport has them
 * @param here     what is here, in words
 */
public record Drift(ProfileId profile, String measured, String here) {

    /** A number of a version: of 2:1.19.8+dfsg-1 the 1.19.8. */
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*");

    public Drift {
        Objects.requireNonNull(profile);
        Objects.requireNonNull(measured);
        Objects.requireNonNull(here);
    }

    /** @param engine that played, by its own account; empty where none ever started */
    static Optional<Drift> ofPlayed(ProfileId profile, String measured, String engine) {
        return engine.isEmpty() || engine.equals(measured)
                ? Optional.empty()
                : Optional.of(new Drift(profile, measured, engine));
    }

    /**
     * By what is installed, before anything is played: every version in the passport must be that of something that is
     * here. A package may tell less of it than the program (1.19 of 1.19.8), or the other way round.
     *
     * @param versions of the packages that the profile runs on, as Debian has them
     */
    static Optional<Drift> ofInstalled(ProfileId profile, String measured, Collection<String> versions) {
        List<String> here = versions.stream().map(Drift::upstream).toList();
        Matcher number = NUMBER.matcher(measured);
        while (number.find()) {
            String was = number.group();
            // A number without a dot belongs to a name, as in libsoup 3 or Windows 10.
            if (was.contains(".") && here.stream().noneMatch(is -> agree(was, is))) {
                return Optional.of(new Drift(profile, measured, String.join(", ", versions)));
            }
        }
        return Optional.empty();
    }

    private static boolean agree(String one, String other) {
        return (one + ".").startsWith(other + ".") || (other + ".").startsWith(one + ".");
    }

    /** Without Debian's epoch, and without its own number of the build. */
    private static String upstream(String version) {
        Matcher number = NUMBER.matcher(version.replaceFirst("^\\d+:", ""));
        return number.find() ? number.group() : version;
    }

    @Override
    public String toString() {
        return "drift: measured with " + measured + ", here " + here;
    }
}
