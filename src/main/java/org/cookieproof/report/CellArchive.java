package org.cookieproof.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Recording;
import org.cookieproof.report.har.CookieAccountFile;
import org.cookieproof.report.har.CookieLifeFile;
import org.cookieproof.report.har.HarArchive;
import org.cookieproof.result.RunDirectory;

/** Stores what is kept of a cell beside its line in {@code results.jsonl}. */
public final class CellArchive {

    /** Attachment kinds, as results name them. */
    public static final String HAR = "har";

    public static final String COOKIES = "cookies";
    public static final String SCREEN = "screen";
    public static final String JARS = "jars";

    private static final int LONGEST_SLUG = 180;

    private CellArchive() {}

    /**
     * Stores the first, and mostly only, attempt at a cell.
     *
     * @param redacted the recording without its secrets
     * @return attachment kind to path below the run's folder
     * @throws UncheckedIOException when a file cannot be written
     */
    public static Map<String, String> write(
            RunDirectory directory,
            CellId cell,
            Recording redacted,
            List<CookieLife> lives,
            Optional<byte[]> screenshotPng) {
        return write(directory, cell, 1, redacted, lives, screenshotPng);
    }

    /**
     * Stores one attempt at a cell; the files of all but the first end in the attempt's number.
     *
     * @param attempt from 1
     */
    public static Map<String, String> write(
            RunDirectory directory,
            CellId cell,
            int attempt,
            Recording redacted,
            List<CookieLife> lives,
            Optional<byte[]> screenshotPng) {
        String ending = attempt == 1 ? "" : "-" + attempt;
        String stem = stem(cell) + ending;
        Path har = directory.recordings().resolve(stem + ".har");
        Path cookies = directory.recordings().resolve(stem + ".cookies.json");
        Map<String, String> attachments = new TreeMap<>();
        HarArchive.write(har, redacted);
        attachments.put(HAR, directory.relative(har));
        CookieLifeFile.write(cookies, lives);
        attachments.put(COOKIES, directory.relative(cookies));
        screenshotPng.ifPresent(png -> {
            Path screen = directory.screens().resolve(stem + ".png");
            write(screen, png);
            attachments.put(SCREEN, directory.relative(screen));
        });
        return attachments;
    }

    /**
     * Stores why one attempt's cookies were kept or refused, and its jars after each step.
     *
     * @param redacted without its secrets
     * @return the attachment's path below the run's folder
     * @throws UncheckedIOException when the file cannot be written
     */
    public static String writeAccount(RunDirectory directory, CellId cell, int attempt, CookieAccount redacted) {
        Path jars = directory.recordings().resolve(stem(cell) + (attempt == 1 ? "" : "-" + attempt) + ".jars.json");
        CookieAccountFile.write(jars, redacted);
        return directory.relative(jars);
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The slug alone is the same for {@code logout/x} and {@code logout-x}; file systems take 255 octets of a name. */
    private static String stem(CellId cell) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(cell.toString().getBytes(StandardCharsets.UTF_8));
            String slug = cell.slug();
            return slug.length() <= LONGEST_SLUG
                    ? slug + "--" + HexFormat.of().formatHex(digest, 0, 2)
                    : slug.substring(0, LONGEST_SLUG) + "--" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
