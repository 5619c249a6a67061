package org.cookieproof.driver.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.UserAgentBrokenException;

/** One interpreter with our program in it: a line of JSON in, a line of JSON out. */
final class PythonProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String binary;
    private final Process process;
    private final BufferedReader lines;
    private final Writer requests;
    private final ExecutorService reader;
    private boolean broken;

    PythonProcess(String binary) {
        this.binary = binary;
        // -I: neither the user's modules nor PYTHON… variables; -B: no files beside Debian's modules.
        ProcessBuilder builder = new ProcessBuilder(binary, "-I", "-B", "-W", "ignore", "-u", "-c", program());
        ClientProcess.isolate(builder.environment(), Path.of("/nonexistent"));
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UserAgentBrokenException(
                    "cannot run " + binary + " (" + e.getMessage() + "); install Debian's package python3-requests", e);
        }
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.requests = process.outputWriter(UTF_8);
        this.reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "python-requests");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static String program() {
        try (InputStream program = PythonProcess.class.getResourceAsStream("client.py")) {
            return new String(
                    Objects.requireNonNull(program, "client.py is missing").readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot read client.py", e);
        }
    }

    String binary() {
        return binary;
    }

    /** Whether it runs, is of this binary, and has answered everything it was asked. */
    boolean isUsable(String wanted) {
        return !broken && process.isAlive() && binary.equals(wanted);
    }

    /**
     * Asks it one thing.
     *
     * @throws UserAgentBrokenException when it has ended or does not answer in time; it is of no use then
     */
    JsonNode ask(Object question, Duration patience) {
        boolean wasBroken = broken;
        broken = true; // until it has answered
        if (wasBroken) {
            throw new UserAgentBrokenException(binary + " has ended or hung before");
        }
        try {
            requests.write(JSON.writeValueAsString(question) + "\n");
            requests.flush();
        } catch (IOException e) {
            throw new UserAgentBrokenException(ended(), e);
        }
        JsonNode answer = parse(await(patience));
        broken = false;
        return answer;
    }

    private String await(Duration patience) {
        Future<String> line = reader.submit(lines::readLine);
        try {
            String answer = line.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new UserAgentBrokenException(ended());
            }
            return answer;
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new UserAgentBrokenException(binary + " has not answered within " + patience, e);
        } catch (ExecutionException e) {
            throw new UserAgentBrokenException(ended(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while waiting for " + binary, e);
        }
    }

    /** Only its last words tell whether it was killed or lacks the module. */
    private String ended() {
        process.destroyForcibly();
        try (BufferedReader errors = process.errorReader(UTF_8)) {
            String lastWords = errors.lines().reduce("", (earlier, later) -> later);
            return lastWords.contains("requests")
                    ? binary + " cannot run requests (" + lastWords + "); install Debian's package python3-requests"
                    : binary + " has ended: " + lastWords;
        } catch (IOException | UncheckedIOException e) {
            return binary + " has ended, and what it said cannot be read: " + e.getMessage();
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UserAgentBrokenException("not what client.py says: " + line, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        reader.shutdownNow();
        try {
            lines.close();
        } catch (IOException alreadyGone) {
            // it only frees the pipe of a process that has just been ended
        }
    }
}
