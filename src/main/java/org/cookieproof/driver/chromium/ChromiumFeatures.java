package org.cookieproof.driver.chromium;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookieproof.profile.Profile;

/** Features that a profile turns on or off in {@code settings}: names as Chromium has them, separated by spaces. */
record ChromiumFeatures(List<String> on, List<String> off) {

    /** As C++ has them, so that nothing else gets into the command line. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    ChromiumFeatures {
        on = List.copyOf(on);
        off = List.copyOf(off);
    }

    /**
     * @throws IllegalArgumentException when something is no name of a feature
     */
    static ChromiumFeatures of(Profile profile) {
        return new ChromiumFeatures(names(profile, "features-on"), names(profile, "features-off"));
    }

    private static List<String> names(Profile profile, String setting) {
        List<String> names = profile.setting(setting).map(String::strip).filter(s -> !s.isEmpty()).stream()
                .flatMap(s -> Stream.of(s.split("\\s+")))
                .toList();
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(profile.file() + ": settings: " + setting + " names '" + name
                        + "'; write names of features as Chromium has them, separated by spaces");
            }
        }
        return names;
    }

    List<String> offBesides(List<String> others) {
        return Stream.concat(others.stream(), off.stream()).toList();
    }
}
