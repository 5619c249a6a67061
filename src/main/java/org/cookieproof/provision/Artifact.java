package org.cookieproof.provision;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A distribution in Maven Central or another registry that is fetched once and kept.
 *
 * @param type     as a file's name ends, {@code zip} or {@code tgz}
 * @param sha512   of the file, in hexadecimal; ours, so that what is run does not depend on where it comes from
 * @param megabytes its size, for whoever waits
 */
public record Artifact(String group, String name, String version, String type, String sha512, int megabytes) {

    private static final Pattern COORDINATE = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern SHA512 = Pattern.compile("[0-9a-f]{128}");

    public Artifact {
        for (String part : new String[] {group, name, version, type}) {
            if (!COORDINATE.matcher(part).matches()) {
                throw new IllegalArgumentException("not a part of Maven coordinates: " + part);
            }
        }
        if (!SHA512.matcher(Objects.requireNonNull(sha512)).matches()) {
            throw new IllegalArgumentException("not a SHA-512 in lower case: " + sha512);
        }
    }

    /** As Maven's own goals take it. */
    public String coordinates() {
        return group + ":" + name + ":" + version + ":" + type;
    }

    /** Another build of the same version has another name, so that neither is taken for the other. */
    String directoryName() {
        return name + "-" + version + "-" + sha512.substring(0, 12);
    }

    String fileName() {
        return name + "-" + version + "." + type;
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
