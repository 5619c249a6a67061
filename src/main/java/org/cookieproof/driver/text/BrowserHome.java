package org.cookieproof.driver.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.cookieproof.driver.ClientFiles;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.http.Body;

/** The directory of one browser's: its HOME, what it is handed there and what it leaves. */
record BrowserHome(Path directory, Surroundings surroundings) {

    /** What a program of ours leaves that the browser runs: where the browser is. */
    private static final String TOLD = "told";

    Path file(String name) {
        return directory.resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text, StandardCharsets.UTF_8);
    }

    /**
     * Writes a program that the browser runs.
     *
     * @param lines of a shell script that leaves {@code told}
     */
    void writeTeller(String lines) throws IOException {
        write(
                "tell",
                "#!/bin/sh\ncd '" + directory + "'\n" + lines + "\nprintf '"
                        + TextBrowser.TOLD.replace("\u001b", "\\033").replace("\u0007", "\\007") + "'\n");
        Files.setPosixFilePermissions(file("tell"), PosixFilePermissions.fromString("rwx------"));
    }

    String told() throws IOException {
        return Files.readString(file(TOLD), StandardCharsets.UTF_8).strip();
    }

    void forget() throws IOException {
        Files.deleteIfExists(file(TOLD));
        Files.deleteIfExists(file(ClientFiles.BODY));
    }

    Body body() throws IOException {
        return Body.of(Files.readAllBytes(file(ClientFiles.BODY)));
    }

    long length(String log) throws IOException {
        try {
            return Files.size(file(log));
        } catch (NoSuchFileException notYet) {
            return 0;
        }
    }

    /** What has been added to a log, octet by octet. */
    String since(String log, long start) throws IOException {
        try (InputStream all = Files.newInputStream(file(log))) {
            all.skipNBytes(start);
            return new String(all.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    String proxy() {
        return "http://" + ClientFiles.authority(surroundings.proxy()) + "/";
    }

    Path ca() {
        return surroundings.caPem().toAbsolutePath();
    }
}
