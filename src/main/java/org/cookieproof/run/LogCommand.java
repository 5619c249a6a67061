package org.cookieproof.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A command that prints a log, of which the lines are counted in which a pattern is found; nothing of it is kept.
 *
 * @param directory in which it is run
 * @param patience  how long it may take
 */
record LogCommand(List<String> words, Path directory, Duration patience) {

    double lines(Pattern counted) throws SignalReading.UnreadableException {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread killer = new Thread(() -> endInTime(process), "log-command");
            killer.setDaemon(true);
            killer.start();
            process.getOutputStream().close();
            // ISO-8859-1 reads any bytes, and what is counted is ASCII nearly always.
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
                long count = out.lines().filter(l -> counted.matcher(l).find()).count();
                int code = process.waitFor();
                if (code != 0) {
                    throw new SignalReading.UnreadableException("'" + words.get(0) + "' ended with " + code);
                }
                return count;
            }
        } catch (IOException e) {
            throw new SignalReading.UnreadableException("'" + words.get(0) + "' cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignalReading.UnreadableException("'" + words.get(0) + "' was not waited for");
        }
    }

    /** A command that goes on for ever, as 'tail -f' does, would hold the run up for ever. */
    private void endInTime(Process process) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
