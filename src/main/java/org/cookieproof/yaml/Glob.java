package org.cookieproof.yaml;

import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Patterns for names with slashes in them: {@code *} stays within a folder, {@code **} does not. */
public final class Glob {

    private Glob() {}

    /** @throws java.util.regex.PatternSyntaxException when it is no pattern */
    public static boolean matches(String glob, String name) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name));
    }
}
