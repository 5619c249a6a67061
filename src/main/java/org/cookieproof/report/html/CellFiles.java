package org.cookieproof.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Recording;
import org.cookieproof.report.har.CookieAccountFile;
import org.cookieproof.report.har.CookieLifeFile;
import org.cookieproof.report.har.HarArchive;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunDirectory;

/**
 * The attachments of a cell or of one attempt at it, those that are there and whole: a folder may have been copied without them, and a report that
 * lacks a recording is better than none.
 */
record CellFiles(RunDirectory directory, Map<String, String> attachments) {

    CellFiles(RunDirectory directory, CellResult result) {
        this(directory, result.attachments());
    }

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** In octets; larger ones are linked to. */
    private static final int LARGEST_INLINE_PICTURE = 1_500_000;

    /** The path below the run's folder, fit to be linked to. */
    Optional<String> path(String kind) {
        return Optional.ofNullable(attachments.get(kind)).filter(p -> Files.isRegularFile(directory.attachment(p)));
    }

    Optional<Recording> recording() {
        return path("har").flatMap(p -> {
            try {
                return Optional.of(HarArchive.read(directory.attachment(p)));
            } catch (IllegalArgumentException damaged) {
                // Torn by a kill while it was written; the finding itself still tells what was seen.
                return Optional.empty();
            }
        });
    }

    List<CookieLife> cookieLives() {
        return path("cookies")
                .map(p -> {
                    try {
                        return CookieLifeFile.read(directory.attachment(p));
                    } catch (IllegalArgumentException damaged) {
                        // As above: the picture is left out.
                        return List.<CookieLife>of();
                    }
                })
                .orElse(List.of());
    }

    /** Empty for runs of before there were such files. */
    Optional<CookieAccount> account() {
        return path("jars").flatMap(p -> {
            try {
                return Optional.of(CookieAccountFile.read(directory.attachment(p)));
            } catch (IllegalArgumentException damaged) {
                // As above: the jars are left out.
                return Optional.empty();
            }
        });
    }

    /** The screenshot as a data URL, so that the page needs no other file. */
    Optional<String> picture() {
        return path("screen").flatMap(p -> {
            Path file = directory.attachment(p);
            try {
                byte[] bytes = Files.size(file) > LARGEST_INLINE_PICTURE ? new byte[0] : Files.readAllBytes(file);
                return Arrays.mismatch(PNG, bytes) == PNG.length
                        ? Optional.of(
                                "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes))
                        : Optional.empty();
            } catch (IOException unreadable) {
                // A picture is an extra; the page links to the file.
                return Optional.empty();
            }
        });
    }
}
