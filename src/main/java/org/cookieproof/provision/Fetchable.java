package org.cookieproof.provision;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is fetched at first use.
 *
 * @param name      with its version, as its registry has it
 * @param megabytes to be fetched
 * @param there     where it is, when it has been fetched
 */
public record Fetchable(String name, int megabytes, Optional<Path> there) {

    public Fetchable {
        Objects.requireNonNull(name);
        Objects.requireNonNull(there);
    }

    /** What there is to say of it, in one line. */
    @Override
    public String toString() {
        return name
                + there.map(path -> " in " + path).orElse(", to be fetched at first use (" + megabytes + " MB, once)");
    }
}
