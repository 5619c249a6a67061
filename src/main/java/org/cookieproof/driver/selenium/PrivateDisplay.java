package org.cookieproof.driver.selenium;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.process.LastWill;
import org.cookieproof.process.SessionProcesses;

/** An X server of our own without a screen, for browsers that cannot do without one; the number is one that is free. */
final class PrivateDisplay implements AutoCloseable {

    private final SessionProcesses processes = new SessionProcesses();
    private final LastWill lastWill = new LastWill(processes);
    private final String name;

    PrivateDisplay() {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(processes.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String number = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            processes.look();
            if (number == null || number.isBlank()) {
                close();
                throw new UserAgentBrokenException("Xvfb does not start");
            }
            name = ":" + number.strip();
        } catch (IOException e) {
            lastWill.close();
            throw new UserAgentBrokenException("Xvfb does not start; it is in Debian's xvfb", e);
        }
    }

    /** As {@code DISPLAY} has it. */
    String name() {
        return name;
    }

    boolean isAlive() {
        return !processes.running().isEmpty();
    }

    @Override
    public void close() {
        processes.kill();
        lastWill.close();
    }
}
