package org.cookieproof.driver.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.driver.NotPossibleException;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.TemporaryDirectories;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.BrowserLaunch;
import org.cookieproof.files.Directories;
import org.cookieproof.process.SessionProcesses;
import org.cookieproof.profile.Profile;

/**
 * How one session's browser is to be started, once and again: with what flags, in what environment, on which profile
 * directory. Closing it ends what runs and deletes what is on disk.
 *
 * @param environment all of it: nothing of the user's own reaches the browser but the display
 */
public record ChromiumLaunch(
        ChromiumEngine engine,
        Path userData,
        Path artifacts,
        Path temporary,
        Map<String, String> environment,
        List<String> flags,
        boolean headed,
        SessionProcesses processes)
        implements BrowserLaunch {

    private static final List<String> OF_THE_DISPLAY = List.of("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR");
    private static final List<String> OF_THE_SYSTEM = List.of("PATH", "LANG", "LC_ALL", "TZ");

    /** A proxy that is not there: nobody listens on the port of the discard service (RFC 863). */
    private static final InetSocketAddress NOWHERE = InetSocketAddress.createUnresolved("127.0.0.1", 9);

    public ChromiumLaunch {
        environment = Map.copyOf(environment);
        flags = List.copyOf(flags);
    }

    /**
     * @throws NotPossibleException     when it is to be shown on a display and cannot be
     * @throws UserAgentBrokenException when it is not installed
     */
    public static ChromiumLaunch prepare(Profile profile, Surroundings surroundings) {
        return prepare(profile, surroundings, ChromiumEngine.of(profile));
    }

    /** The same with a browser that the profile does not name by itself, as one that was fetched. */
    public static ChromiumLaunch prepare(Profile profile, Surroundings surroundings, ChromiumEngine engine) {
        return prepare(profile, surroundings, engine, surroundings.scratch(), surroundings.proxy());
    }

    /**
     * The same for a process that several sessions share, each with a proxy of its own; what belongs to no session
     * reaches nobody.
     *
     * @param directory of the process's own
     */
    public static ChromiumLaunch prepareToBeShared(Profile profile, Surroundings surroundings, Path directory) {
        return prepare(profile, surroundings, ChromiumEngine.of(profile), directory, NOWHERE);
    }

    private static ChromiumLaunch prepare(
            Profile profile,
            Surroundings surroundings,
            ChromiumEngine engine,
            Path directory,
            InetSocketAddress proxy) {
        if (surroundings.headed() && !engine.isFull()) {
            throw new NotPossibleException("the headless shell cannot be shown on a display");
        }
        if (!Files.isExecutable(engine.executable())) {
            throw new UserAgentBrokenException(engine.executable() + " is not installed; it is in Debian's " + engine);
        }
        ThirdPartyCookies thirdParty = ThirdPartyCookies.of(profile, engine);
        SessionProcesses processes = new SessionProcesses();
        List<String> flags = ChromiumFlags.of(profile, engine, proxy);
        try {
            Path home = NssDatabase.homeTrusting(surroundings.caPem(), surroundings.home());
            Path userData = directory.toAbsolutePath().resolve("profile");
            thirdParty.write(engine, Files.createDirectories(userData));
            Path artifacts = Files.createDirectories(directory.toAbsolutePath().resolve("artifacts"));
            // Chromium puts a socket here, whose path must stay under 108 characters: scratch may be too deep.
            Path temporary = TemporaryDirectories.make();
            Map<String, String> environment = environment(home, temporary, surroundings.headed());
            environment.putAll(processes.environment());
            return new ChromiumLaunch(
                    engine, userData, artifacts, temporary, environment, flags, surroundings.headed(), processes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(Path home, Path temporary, boolean headed) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME", home.toAbsolutePath().toString(),
                "TMPDIR", temporary.toString(),
                // Debian's launcher would add what the user has put there.
                "CHROMIUM_FLAGS", ""));
        OF_THE_SYSTEM.forEach(name -> inherit(name, environment));
        if (headed) {
            OF_THE_DISPLAY.forEach(name -> inherit(name, environment));
            inherit("XAUTHORITY", environment);
            environment.putIfAbsent("XAUTHORITY", System.getProperty("user.home") + "/.Xauthority");
        }
        return environment;
    }

    private static void inherit(String name, Map<String, String> environment) {
        String value = System.getenv(name);
        if (value != null) {
            environment.put(name, value);
        }
    }

    @Override
    public String name() {
        return engine.toString();
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public void awaitEnd(Duration grace) {
        processes.end(grace);
    }

    @Override
    public void close() {
        processes.kill();
        try {
            Directories.delete(userData);
            Directories.delete(artifacts);
            Directories.delete(temporary);
        } catch (IOException e) {
            // A file that cannot be deleted is no reason to lose a verdict; the caller deletes scratch once more.
        }
    }
}
