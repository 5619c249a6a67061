package org.cookieproof.driver.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.process.SessionProcesses;

/**
 * One program on a pseudo-terminal: what is typed on it, and what it writes there. {@code script} of util-linux makes
 * the terminal.
 */
final class Terminal implements AutoCloseable {

    /** Many: what programs show in a dialog is not to be scrolled. */
    static final int ROWS = 120;

    /** Wide: what programs tell in one line is not to be broken. */
    private static final String SIZE = "stty rows " + ROWS + " cols 400";

    private final String program;
    private final Duration patience;
    private final SessionProcesses processes = new SessionProcesses();
    private final Process process;
    private final Writer keys;
    private final StringBuilder shown = new StringBuilder();
    private boolean ended;

    private Terminal(
            String program, Duration patience, List<String> command, Path home, Map<String, String> environment)
            throws IOException {
        this.program = program;
        this.patience = patience;
        String line = SIZE + "; exec " + command.stream().map(Terminal::quoted).collect(Collectors.joining(" "));
        ProcessBuilder builder = new ProcessBuilder("script", "--quiet", "--flush", "--command", line, "/dev/null")
                .directory(home.toFile())
                .redirectErrorStream(true);
        ClientProcess.isolate(builder.environment(), home, processes);
        builder.environment().putAll(Map.of("TERM", "vt100", "SHELL", "/bin/sh"));
        builder.environment().putAll(environment);
        this.process = builder.start();
        this.keys = process.outputWriter(StandardCharsets.ISO_8859_1);
        Thread reader = new Thread(this::read, program + " on its terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program.
     *
     * @param patience how long it may take over what is waited for
     * @param home     its HOME and working directory
     */
    static Terminal start(
            String program, Duration patience, List<String> command, Path home, Map<String, String> environment) {
        try {
            return new Terminal(program, patience, command, home, environment);
        } catch (IOException e) {
            throw new UserAgentBrokenException(
                    "cannot run script (" + e.getMessage() + "); install Debian's package bsdutils", e);
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private void read() {
        try (Reader screen = new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1)) {
            char[] some = new char[4096];
            for (int n = screen.read(some); n >= 0; n = screen.read(some)) {
                synchronized (shown) {
                    append(some, n);
                    shown.notifyAll();
                }
            }
        } catch (IOException gone) {
            // the terminal went with its program, which is what is noted next
        }
        synchronized (shown) {
            ended = true;
            shown.notifyAll();
        }
    }

    /** Without the padding that terminals of old needed. */
    private void append(char[] some, int count) {
        for (int i = 0; i < count; i++) {
            if (some[i] != 0) {
                shown.append(some[i]);
            }
        }
    }

    /** Types on it what is not waited for. */
    void type(String text) {
        try {
            keys.write(text);
            keys.flush();
        } catch (IOException e) {
            throw new UserAgentBrokenException(program + " has ended", e);
        }
    }

    /** Types on a screen that is looked at from here on. */
    void typeAfresh(String text) {
        synchronized (shown) {
            shown.setLength(0);
        }
        type(text);
    }

    /**
     * Waits until it has written these texts, one after the other.
     *
     * @throws UserAgentBrokenException when it ends before, or takes too long
     */
    void await(String... texts) {
        awaitAny(List.of(List.of(texts)));
    }

    /** Waits for the first of several sequences of texts; its index. */
    int awaitAny(List<List<String>> sequences) {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (shown) {
            while (true) {
                for (int i = 0; i < sequences.size(); i++) {
                    if (shows(sequences.get(i))) {
                        return i;
                    }
                }
                waitForMore(until);
            }
        }
    }

    private boolean shows(List<String> texts) {
        int at = 0;
        for (String text : texts) {
            at = shown.indexOf(text, at);
            if (at < 0) {
                return false;
            }
            at += text.length();
        }
        return true;
    }

    private void waitForMore(long until) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (ended) {
            throw new UserAgentBrokenException(program + " has ended: " + lastWords());
        }
        if (left <= 0) {
            throw new UserAgentBrokenException(program + " has not answered within " + patience + ": " + lastWords());
        }
        try {
            shown.wait(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while waiting for " + program, e);
        }
    }

    /** What has been written since something was typed afresh, without control sequences. */
    String text() {
        synchronized (shown) {
            return plain(shown.toString());
        }
    }

    /** The same, control sequences included. */
    String written() {
        synchronized (shown) {
            return shown.toString();
        }
    }

    static String plain(String written) {
        return written.replaceAll("\\u001b\\[[0-9;?]*C", " ")
                .replaceAll("\\u001b(\\[[0-9;?]*[A-Za-z]|[()][0-9A-B]|[=>])|[\\x00-\\x09\\x0b-\\x1f]", "");
    }

    /** The same, broken where another place of the screen is written to. */
    List<String> rows() {
        synchronized (shown) {
            return Pattern.compile("\\u001b\\[[0-9;]*H")
                    .splitAsStream(shown)
                    .map(Terminal::plain)
                    .toList();
        }
    }

    private String lastWords() {
        String text = text().strip();
        return text.substring(Math.max(0, text.length() - 300));
    }

    /** Types what makes it end, and waits until it has. */
    void quit(String how) {
        type(how);
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UserAgentBrokenException(program + " does not end: " + lastWords());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while waiting for " + program, e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        processes.kill();
        process.destroyForcibly();
    }
}
