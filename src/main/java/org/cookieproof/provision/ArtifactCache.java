package org.cookieproof.provision;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cookieproof.files.Directories;

/**
 * What was fetched once and is kept for all runs, each distribution unpacked in a directory of its own. A directory
 * that bears the distribution's name is whole: it was made under another name and then renamed. Any number of processes
 * may ask for it at once; one fetches and the others wait. What one leaves behind that was interrupted, the next deletes.
 */
public final class ArtifactCache {

    /** The variable that names the directory. */
    public static final String VARIABLE = "COOKIEPROOF_CACHE";

    private static final String UNFINISHED = ".unfinished";

    /** How a distribution comes to be in a directory. */
    public interface Source {

        /** Puts the file into the directory. */
        void fetch(Artifact artifact, Path directory) throws IOException;
    }

    /** What is done once to a distribution after it is unpacked. */
    public interface Preparation {

        /** @param unpacked the distribution's own top directory; it is moved to its place afterwards */
        void prepare(Path unpacked) throws IOException;
    }

    private final Path directory;
    private final Source source;
    private final Consumer<String> progress;

    /** @param progress told, line by line, what is waited for */
    public ArtifactCache(Path directory, Source source, Consumer<String> progress) {
        this.directory = directory.toAbsolutePath();
        this.source = source;
        this.progress = progress;
    }

    /** Where it is: {@link #VARIABLE}, else {@code $XDG_CACHE_HOME/cookieproof}, else {@code .cache/cookieproof} at home. */
    public static Path directory(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault(VARIABLE, "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        // Relative paths are invalid there and to be ignored (XDG Base Directory Specification).
        return Optional.of(Path.of(environment.getOrDefault("XDG_CACHE_HOME", "")))
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".cache"))
                .resolve("cookieproof");
    }

    /** The distribution if it is there; nothing is fetched. */
    public Optional<Path> find(Artifact artifact) {
        return Optional.of(directory.resolve(artifact.directoryName())).filter(Files::isDirectory);
    }

    /**
     * The distribution's top directory, fetched, verified, unpacked and prepared if it was not there. Whoever uses it
     * must not write into it.
     *
     * @throws NotFetchedException if it cannot be had, or is not what it should be
     */
    public Path get(Artifact artifact, Preparation preparation) throws IOException {
        Optional<Path> there = find(artifact);
        if (there.isPresent()) {
            return there.get();
        }
        Files.createDirectories(directory);
        // A lock of the system's is one process's: threads of ours must not ask for it twice.
        synchronized (ArtifactCache.class) {
            try (FileChannel channel = FileChannel.open(
                    directory.resolve(artifact.directoryName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                FileLock lock = locked(channel, artifact);
                try {
                    there = find(artifact);
                    return there.isPresent() ? there.get() : made(artifact, preparation);
                } finally {
                    lock.release();
                }
            }
        }
    }

    private FileLock locked(FileChannel channel, Artifact artifact) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock != null) {
            return lock;
        }
        progress.accept("waiting for another process that fetches " + artifact);
        return channel.lock();
    }

    private Path made(Artifact artifact, Preparation preparation) throws IOException {
        Path work = directory.resolve(artifact.directoryName() + UNFINISHED);
        Directories.delete(work); // of one that was interrupted
        Files.createDirectory(work);
        try {
            source.fetch(artifact, work);
            Path file = work.resolve(artifact.fileName());
            verify(artifact, file);
            progress.accept("unpacking " + artifact);
            Path unpacked = work.resolve("unpacked");
            if (artifact.type().equals("tgz")) {
                Tar.unpack(file, unpacked);
            } else {
                Zip.unpack(file, unpacked);
            }
            Path top = onlyDirectory(artifact, unpacked);
            preparation.prepare(top);
            Path place = directory.resolve(artifact.directoryName());
            Files.move(top, place, StandardCopyOption.ATOMIC_MOVE);
            return place;
        } finally {
            Directories.delete(work);
        }
    }

    private static void verify(Artifact artifact, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NotFetchedException(artifact + " was not fetched: there is no " + file.getFileName());
        }
        String found = Sha512.of(file);
        if (!found.equals(artifact.sha512())) {
            throw new NotFetchedException(artifact.fileName() + " is not what it should be: SHA-512 " + found
                    + " instead of " + artifact.sha512()
                    + "; delete the copy that Maven's local repository or npm's cache keeps and try again");
        }
    }

    private static Path onlyDirectory(Artifact artifact, Path unpacked) throws IOException {
        try (Stream<Path> content = Files.list(unpacked)) {
            List<Path> top = content.toList();
            if (top.size() != 1 || !Files.isDirectory(top.get(0))) {
                throw new NotFetchedException(artifact.fileName() + " has not one directory at its top but " + top);
            }
            return top.get(0);
        }
    }
}
