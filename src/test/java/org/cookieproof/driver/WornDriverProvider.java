package org.cookieproof.driver;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cookieproof.driver.okhttp.OkHttpDriverProvider;
import org.cookieproof.process.SessionProcesses;
import org.cookieproof.profile.Profile;

/**
 * OkHttp with faults: its setting {@code breaks} says how many of a run's first sessions do not start, and
 * {@code leaves} what it forgets: a {@code process}, an {@code orphan} whose parent has gone, a {@code directory}.
 */
@AutoService(DriverProvider.class)
public final class WornDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "worn";
    }

    @Override
    public Set<String> settings() {
        return Set.of("breaks", "leaves");
    }

    @Override
    public UserAgentDriver create() {
        UserAgentDriver driver = new OkHttpDriverProvider().create();
        return new UserAgentDriver() {
            @Override
            public UserAgentSession open(Profile profile, Surroundings surroundings) {
                try {
                    if (opened(surroundings.home())
                            <= Integer.parseInt(profile.setting("breaks").orElse("0"))) {
                        throw new UserAgentBrokenException("it is worn");
                    }
                    leave(profile.setting("leaves").orElse("nothing"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return driver.open(profile, surroundings);
            }

            @Override
            public void close() {
                driver.close();
            }
        };
    }

    /** This one included; of a run played on one worker. */
    private static int opened(Path home) throws IOException {
        Path sessions = Files.createDirectories(home).resolve("sessions");
        int count = Files.exists(sessions) ? Integer.parseInt(Files.readString(sessions)) + 1 : 1;
        Files.writeString(sessions, Integer.toString(count));
        return count;
    }

    private static void leave(String what) throws IOException {
        switch (what) {
            case "process" -> start(List.of("sleep", "600"));
            case "orphan" -> end(start(List.of("setsid", "sh", "-c", "sleep 600 >/dev/null 2>&1 &")));
            case "directory" -> Files.writeString(TemporaryDirectories.make().resolve("Cookies"), "left");
            default -> {}
        }
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(new SessionProcesses().environment());
        return builder.start();
    }

    private static void end(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
