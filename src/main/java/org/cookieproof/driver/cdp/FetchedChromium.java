package org.cookieproof.driver.cdp;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.ArtifactCache;
import org.cookieproof.provision.Brotli;
import org.cookieproof.provision.Fetchable;
import org.cookieproof.provision.NotFetchedException;
import org.cookieproof.provision.NpmPackage;
import org.cookieproof.provision.NpmSource;
import org.cookieproof.provision.SearchPath;

/**
 * Chromium as some packages of npm ship it: one program, compressed. Fetched at first use and kept for all runs. What
 * could not be had is not asked for again as long as the program runs.
 */
final class FetchedChromium {

    /** The program among what was fetched. */
    private static final String PROGRAM = "chromium";

    private final Path directory;
    private final SearchPath programs;
    private final Consumer<String> progress;
    private final Map<NpmPackage, String> failures = new ConcurrentHashMap<>();

    FetchedChromium(Path directory, SearchPath programs, Consumer<String> progress) {
        this.directory = directory;
        this.programs = programs;
        this.progress = progress;
    }

    static FetchedChromium ofThisMachine() {
        return new FetchedChromium(
                ArtifactCache.directory(System.getenv(), Path.of(System.getProperty("user.home"))),
                SearchPath.ofEnvironment(),
                // On stderr, as all progress: the first cell waits, and whoever waits wants to know for what.
                line -> System.err.println("cookieproof: " + line));
    }

    /**
     * What a profile says in {@code settings.npm}, with the checksum and the size beside it; empty when it says nothing.
     *
     * @throws IllegalArgumentException when it says something else
     */
    static Optional<NpmPackage> wanted(Profile profile) {
        return profile.setting("npm").map(spec -> {
            try {
                return NpmPackage.of(
                        spec,
                        profile.setting("sha512").orElse(""),
                        Integer.parseInt(profile.setting("megabytes").orElse("")));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        profile.file() + ": settings: " + e.getMessage()
                                + "; 'npm: name@version' needs 'sha512' (of the tarball, in hexadecimal) and 'megabytes'",
                        e);
            }
        });
    }

    private ArtifactCache cache(NpmPackage wanted) {
        return new ArtifactCache(directory, new NpmSource(wanted, programs, progress), progress);
    }

    /** Whether it is there; nothing is fetched. */
    Fetchable fetchable(NpmPackage wanted) {
        return new Fetchable(wanted.spec(), wanted.megabytes(), cache(wanted).find(wanted.artifact()));
    }

    /**
     * The program, fetched if it was not there.
     *
     * @throws UserAgentBrokenException when it cannot be had
     */
    Path executable(NpmPackage wanted) {
        String before = failures.get(wanted);
        if (before != null) {
            throw new UserAgentBrokenException(before);
        }
        try {
            return cache(wanted).get(wanted.artifact(), this::unpack).resolve(PROGRAM);
        } catch (IOException e) {
            failures.put(wanted, String.valueOf(e.getMessage()));
            throw new UserAgentBrokenException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Keeps the licence and the package's own description; the rest is of use in Amazon's cloud only. */
    private void unpack(Path unpacked) throws IOException {
        List<Path> packed = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(unpacked.resolve("bin"), "chromium*.br")) {
            found.forEach(packed::add);
        }
        if (packed.size() != 1) {
            throw new NotFetchedException("there is not one bin/chromium*.br in the package but " + packed);
        }
        Path program = unpacked.resolve(PROGRAM);
        Brotli.decompress(packed.get(0), program, programs);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(unpacked.resolve("bin"))) {
            for (Path file : found) {
                Files.delete(file);
            }
        }
    }
}
