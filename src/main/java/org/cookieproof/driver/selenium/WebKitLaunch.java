package org.cookieproof.driver.selenium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.browser.BrowserLaunch;
import org.cookieproof.files.Directories;
import org.cookieproof.process.SessionProcesses;
import org.cookieproof.profile.Profile;

/**
 * How one session's MiniBrowser is started.
 *
 * @param arguments MiniBrowser's: it takes its proxy from there and from nowhere else
 */
record WebKitLaunch(
        Path home, Path caPem, String display, List<String> arguments, Duration patience, SessionProcesses processes)
        implements BrowserLaunch {

    /** Where GnuTLS on Debian looks for what it trusts; in the browser's own view of the disk the run's CA lies there. */
    private static final String SYSTEM_TRUST = "/etc/ssl/certs/ca-certificates.crt";

    private static final List<String> OF_THE_SYSTEM = List.of("PATH", "LANG", "LC_ALL", "TZ");

    WebKitLaunch {
        arguments = List.copyOf(arguments);
    }

    static WebKitLaunch prepare(Profile profile, Surroundings surroundings, String display) {
        try {
            return new WebKitLaunch(
                    Files.createDirectories(
                            surroundings.scratch().toAbsolutePath().resolve("home")),
                    surroundings.caPem().toAbsolutePath(),
                    display,
                    arguments(profile, surroundings.proxy()),
                    surroundings.patience(),
                    new SessionProcesses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalArgumentException when a setting is none of those known
     */
    private static List<String> arguments(Profile profile, InetSocketAddress proxy) {
        String host = proxy.getHostString();
        List<String> arguments = new ArrayList<>(List.of(
                "--automation",
                "--proxy=http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + proxy.getPort()));
        profile.setting("cookies-policy").ifPresent(policy -> {
            if (!List.of("always", "never", "no-third-party").contains(policy)) {
                throw new IllegalArgumentException(profile.file() + ": settings: cookies-policy is '" + policy
                        + "'; known are always, never, no-third-party");
            }
            arguments.add("--cookies-policy=" + policy);
        });
        profile.setting("itp").ifPresent(itp -> {
            if (!List.of("on", "off").contains(itp)) {
                throw new IllegalArgumentException(
                        profile.file() + ": settings: itp is '" + itp + "'; known are on, off");
            }
            if (itp.equals("on")) {
                arguments.add("--enable-itp");
            }
        });
        return arguments;
    }

    /** WebKitWebDriver, in a view of the disk in which the system trusts the run's CA and no other. */
    List<String> command(int port) {
        return List.of(
                // A process group of its own: it can be ended as one, and a terminal's Ctrl-C does not reach it.
                "setsid",
                "bwrap",
                "--dev-bind",
                "/",
                "/",
                "--ro-bind",
                caPem.toString(),
                SYSTEM_TRUST,
                "--die-with-parent",
                "--",
                "WebKitWebDriver",
                "--port=" + port);
    }

    /** All of it. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(processes.environment());
        for (String name : OF_THE_SYSTEM) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("HOME", home.toString());
        environment.put("XDG_RUNTIME_DIR", home.toString());
        environment.put("DISPLAY", display);
        environment.put("GDK_BACKEND", "x11");
        environment.put("LIBGL_ALWAYS_SOFTWARE", "1");
        // No accessibility bus is there to be found, and looking for one takes time.
        environment.put("NO_AT_BRIDGE", "1");
        // WebKit's own sandbox needs privileges that containers and root do not have.
        environment.put("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        return environment;
    }

    @Override
    public String name() {
        return "WebKitGTK";
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public void awaitEnd(Duration grace) {
        processes.kill(); // WebKitWebDriver stays when its session has ended, and an automated jar is not kept anyway
    }

    @Override
    public void close() {
        processes.kill();
        try {
            Directories.delete(home);
        } catch (IOException e) {
            // A file that cannot be deleted is no reason to lose a verdict; the caller deletes scratch once more.
        }
    }
}
