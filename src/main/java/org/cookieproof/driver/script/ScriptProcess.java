package org.cookieproof.driver.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.process.SessionProcesses;

/** One interpreter with our program in it: a line of JSON in, a line of JSON out. */
final class ScriptProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final ScriptCommand command;
    private final Process process;
    private final SessionProcesses processes;
    private final BufferedReader lines;
    private final Writer requests;
    private final ExecutorService reader;
    private boolean broken;

    private ScriptProcess(ScriptCommand command, Process process, SessionProcesses processes) {
        this.command = command;
        this.process = process;
        this.processes = processes;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.requests = process.outputWriter(UTF_8);
        this.reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, command.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws UserAgentBrokenException when its interpreter is missing */
    static ScriptProcess start(ScriptCommand command) {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        SessionProcesses processes = new SessionProcesses();
        ClientProcess.isolate(builder.environment(), command.home(), processes);
        try {
            return new ScriptProcess(command, builder.start(), processes);
        } catch (IOException e) {
            throw new UserAgentBrokenException(
                    "cannot run " + command.binary() + " (" + e.getMessage() + "); install " + command.needs(), e);
        }
    }

    ScriptCommand command() {
        return command;
    }

    /** Whether it runs, was started so, and has answered everything it was asked. */
    boolean isUsable(ScriptCommand wanted) {
        return !broken && process.isAlive() && command.equals(wanted);
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
            throw new UserAgentBrokenException(command.name() + " has ended or hung before");
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
            end();
            throw new UserAgentBrokenException(command.name() + " has not answered within " + patience, e);
        } catch (ExecutionException e) {
            throw new UserAgentBrokenException(ended(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while waiting for " + command.name(), e);
        }
    }

    /** Only its last words tell whether it was killed or lacks the module. */
    private String ended() {
        end();
        Future<String> lastWords = reader.submit(() -> {
            try (BufferedReader errors = process.errorReader(UTF_8)) {
                return errors.lines().reduce("", (earlier, later) -> later);
            }
        });
        try {
            return command.name() + " has ended: " + lastWords.get(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)
                    + " (it needs " + command.needs() + ")";
        } catch (ExecutionException | TimeoutException e) {
            return command.name() + " has ended, and what it said cannot be read: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return command.name() + " has ended";
        }
    }

    /**
     * With whatever it started, which would hold its pipes open; {@link Process#destroyForcibly()} would close what its
     * last words are read from.
     */
    private void end() {
        processes.kill();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UserAgentBrokenException("not a line of JSON: " + line, e);
        }
    }

    /** The reader's thread frees the pipe as soon as it is done with it, and is not waited for. */
    @Override
    public void close() {
        end();
        reader.execute(this::freePipe);
        reader.shutdown();
    }

    private void freePipe() {
        try {
            lines.close();
        } catch (IOException alreadyGone) {
            // it only frees the pipe of a process that has just been ended
        }
    }
}
