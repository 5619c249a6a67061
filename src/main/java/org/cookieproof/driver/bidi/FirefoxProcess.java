package org.cookieproof.driver.bidi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.CommandSocket;
import org.cookieproof.driver.browser.ControlException;
import org.cookieproof.driver.browser.DebuggingUrl;
import org.cookieproof.process.SessionProcesses;

/** A running Firefox and the connection to it. */
final class FirefoxProcess {

    private static final Path EXECUTABLE = Path.of("/usr/bin/firefox-esr");
    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final List<String> OF_THE_SYSTEM = List.of("PATH", "LANG", "LC_ALL", "TZ");
    private static final List<String> OF_THE_DISPLAY =
            List.of("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XAUTHORITY");

    private static final List<String> EVENTS = List.of(
            "browsingContext.navigationStarted",
            "browsingContext.navigationCommitted",
            "browsingContext.navigationFailed",
            "browsingContext.fragmentNavigated",
            "browsingContext.downloadWillBegin",
            "network.responseCompleted",
            "network.fetchError");

    private final SessionProcesses processes;
    private final Navigations navigations = new Navigations();
    private final CommandSocket bidi;
    private volatile boolean hsts;
    private final String engine;

    private FirefoxProcess(SessionProcesses processes, String url, Duration patience) {
        this.processes = processes;
        this.bidi = new CommandSocket(url + "/session", FirefoxProcess::refusal, this::take, patience);
        JsonNode capabilities = bidi.send(
                        "session.new",
                        Map.of(
                                "capabilities",
                                Map.of(
                                        "alwaysMatch",
                                        // A person who has typed something and leaves confirms that.
                                        Map.of("unhandledPromptBehavior", Map.of("default", "accept")))))
                .path("capabilities");
        this.engine = "Firefox " + capabilities.path("browserVersion").asText();
        bidi.send("session.subscribe", Map.of("events", EVENTS));
    }

    /** Starts one on a profile directory, with a HOME beside it. */
    static FirefoxProcess start(
            Path profile, Path home, boolean headed, SessionProcesses processes, Duration patience) {
        if (!Files.isExecutable(EXECUTABLE)) {
            throw new UserAgentBrokenException(EXECUTABLE + " is not installed; it is in Debian's firefox-esr");
        }
        List<String> command = new ArrayList<>(List.of(
                // A process group of its own: it can be ended as one, and a terminal's Ctrl-C does not reach it.
                "setsid",
                EXECUTABLE.toString(),
                "--no-remote",
                "--profile",
                profile.toString(),
                "--remote-debugging-port",
                "0"));
        if (!headed) {
            command.add("--headless");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(kept(headed));
        try {
            builder.environment().putAll(environment(home, processes));
            Process process = builder.start();
            process.getOutputStream().close();
            String url = DebuggingUrl.of(process, LISTENING, "Firefox");
            processes.look();
            return new FirefoxProcess(processes, url, patience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> kept(boolean headed) {
        List<String> kept = new ArrayList<>(OF_THE_SYSTEM);
        if (headed) {
            kept.addAll(OF_THE_DISPLAY);
        }
        return kept;
    }

    private static Map<String, String> environment(Path home, SessionProcesses processes) throws IOException {
        Map<String, String> environment = new HashMap<>(processes.environment());
        environment.put("HOME", Files.createDirectories(home).toString());
        environment.put("TMPDIR", Files.createDirectories(home.resolve("tmp")).toString());
        environment.put("MOZ_CRASHREPORTER_DISABLE", "1");
        // Without it a release ignores the preference 'services.settings.server', which remote control points nowhere.
        environment.put("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
        return environment;
    }

    private static Optional<String> refusal(JsonNode answer) {
        return answer.path("type").asText().equals("error")
                ? Optional.of(answer.path("error").asText() + ": "
                        + answer.path("message").asText())
                : Optional.empty();
    }

    private void take(JsonNode event) {
        if (event.path("method").asText().equals("network.responseCompleted")) {
            for (JsonNode header : event.path("params").path("response").path("headers")) {
                if (header.path("name").asText().equalsIgnoreCase("Strict-Transport-Security")) {
                    hsts = true;
                }
            }
        } else {
            navigations.take(event);
        }
    }

    /** Whether any host may have been put on its list of those that want https only (RFC 6797). */
    boolean hasSeenHsts() {
        return hsts;
    }

    CommandSocket bidi() {
        return bidi;
    }

    Navigations navigations() {
        return navigations;
    }

    /** Name and version. */
    String engine() {
        return engine;
    }

    SessionProcesses processes() {
        return processes;
    }

    boolean isAlive() {
        return !processes.running().isEmpty();
    }

    /** Asks it to end as a person does, so that it writes to disk what it wants to keep. */
    void quit() {
        try {
            bidi.send("browser.close", Map.of());
        } catch (ControlException e) {
            // It has begun to end already; whoever asked waits for the processes and ends what stays.
        } finally {
            bidi.close();
        }
    }
}
