package org.cookieproof.provision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package of npm's registry that is fetched once and kept.
 *
 * @param name      with its scope, if it has one
 * @param sha512    of the tarball, in hexadecimal; ours, so that what is run does not depend on where it comes from
 * @param megabytes of the tarball, for whoever waits
 */
public record NpmPackage(String name, String version, String sha512, int megabytes) {

    private static final Pattern SPEC =
            Pattern.compile("((?:@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*)@([0-9][A-Za-z0-9.+-]*)");

    public NpmPackage {
        if (!SPEC.matcher(name + "@" + version).matches()) {
            throw new IllegalArgumentException("not a package of npm and its version: " + name + "@" + version);
        }
        if (megabytes <= 0) {
            throw new IllegalArgumentException("not a size in megabytes: " + megabytes);
        }
        artifact(name, version, sha512, megabytes);
    }

    /**
     * @param spec as npm has it, {@code name@version} or {@code @scope/name@version}
     * @throws IllegalArgumentException when it is no such thing, or one of the others is not what it should be
     */
    public static NpmPackage of(String spec, String sha512, int megabytes) {
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a package of npm and its version: " + spec);
        }
        return new NpmPackage(parts.group(1), parts.group(2), sha512, megabytes);
    }

    /** As npm's own commands take it. */
    public String spec() {
        return name + "@" + version;
    }

    /** The tarball, under the name that {@code npm pack} gives it. */
    public Artifact artifact() {
        return artifact(name, version, sha512, megabytes);
    }

    private static Artifact artifact(String name, String version, String sha512, int megabytes) {
        return new Artifact("npm", name.replace("@", "").replace('/', '-'), version, "tgz", sha512, megabytes);
    }

    @Override
    public String toString() {
        return spec();
    }
}
