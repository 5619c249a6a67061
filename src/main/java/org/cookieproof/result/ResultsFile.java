package org.cookieproof.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code results.jsonl}: one {@link CellResult} a line. Each line reaches the operating system before {@link #append}
 * returns, so a killed run leaves whole lines and at most one torn one at the end.
 */
public final class ResultsFile implements ResultListener, AutoCloseable {

    private final FileChannel channel;

    private ResultsFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the file to add lines at its end; makes it, and the folder it stands in, where there is none.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static ResultsFile open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ResultsFile results =
                    new ResultsFile(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            results.seekBehindLastLine(file);
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** A torn line stays alone on its line, or the next result would be lost with it. */
    private void seekBehindLastLine(Path file) throws IOException {
        long size = channel.size();
        channel.position(size);
        if (size > 0) {
            try (FileChannel reader = FileChannel.open(file, StandardOpenOption.READ)) {
                ByteBuffer last = ByteBuffer.allocate(1);
                reader.read(last, size - 1);
                if (last.get(0) != '\n') {
                    write("\n");
                }
            }
        }
    }

    /**
     * Adds one result. Safe to call from several threads.
     *
     * @throws UncheckedIOException when the line cannot be written
     */
    public synchronized void append(CellResult result) {
        try {
            appendWhole(line(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the result of " + result.cell(), e);
        }
    }

    /** On a full disk the beginning of a line may find room; it goes again, and what stood before stays. */
    private void appendWhole(String line) throws IOException {
        long before = channel.position();
        try {
            write(line);
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    /** A result as it stands in the file, without the end of the line. */
    public static String line(CellResult result) {
        try {
            return CellResultJson.write(result);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write the result of " + result.cell(), e);
        }
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void cellFinished(CellResult result) {
        append(result);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a results file holds; {@code unreadable} is empty unless the run was killed or the file was edited. */
    public record Contents(List<CellResult> results, List<Unreadable> unreadable) {
        public Contents {
            results = List.copyOf(results);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * Reads every line back; nothing where there is no file yet.
     *
     * @throws UncheckedIOException when the file cannot be read at all
     */
    public static Contents read(Path file) {
        List<CellResult> results = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        String[] lines = text(file).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                results.add(CellResultJson.read(lines[i]));
            } catch (JsonProcessingException e) {
                boolean last = i == lines.length - 1;
                unreadable.add(new Unreadable(i + 1, last ? "torn: the run was killed in it" : "not valid JSON"));
            } catch (IllegalArgumentException e) {
                unreadable.add(new Unreadable(i + 1, "not a result: " + e.getMessage()));
            }
        }
        return new Contents(results, unreadable);
    }

    private static String text(Path file) {
        try {
            // Not readString: a line torn inside a character is reported like any torn line, not thrown.
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
