package org.cookieproof.driver.selenium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.driver.browser.BrowserSession;
import org.cookieproof.driver.browser.RemoteControl;
import org.cookieproof.profile.Profile;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.net.PortProber;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/** Keeps a display between sessions and nothing else: each has a WebKitWebDriver and a MiniBrowser of its own. */
final class WebKitDriver implements UserAgentDriver {

    /** Debian's directory below it bears the machine's architecture, the one below that the interface's version. */
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private @Nullable PrivateDisplay display;

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        WebKitLaunch launch = WebKitLaunch.prepare(profile, surroundings, display(surroundings.headed()));
        return BrowserSession.start(launch, surroundings.patience(), () -> launch(launch), launch.processes()::kill);
    }

    private String display(boolean headed) {
        String users = System.getenv("DISPLAY");
        if (headed && users != null) {
            return users;
        }
        PrivateDisplay at = display;
        if (at == null || !at.isAlive()) {
            close();
            at = new PrivateDisplay();
            display = at;
        }
        return at.name();
    }

    private static RemoteControl launch(WebKitLaunch launch) {
        int port = PortProber.findFreePort();
        ProcessBuilder builder = new ProcessBuilder(launch.command(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        try {
            Process process = builder.start();
            awaitListening(process, port, launch.patience());
            launch.processes().look();
            RemoteWebDriver driver = new RemoteWebDriver(
                    URI.create("http://127.0.0.1:" + port).toURL(),
                    capabilities(launch.arguments()),
                    ClientConfig.defaultConfig().readTimeout(launch.patience()),
                    false);
            driver.manage().timeouts().pageLoadTimeout(launch.patience()).scriptTimeout(launch.patience());
            return SeleniumControl.of(
                    driver, () -> !launch.processes().running().isEmpty(), new WebKitEngine());
        } catch (IOException e) {
            throw new UserAgentBrokenException("bwrap does not start; it is in Debian's bubblewrap", e);
        }
    }

    private static MutableCapabilities capabilities(List<String> arguments) {
        MutableCapabilities capabilities = new MutableCapabilities();
        capabilities.setCapability(
                "webkitgtk:browserOptions", Map.of("binary", miniBrowser().toString(), "args", arguments));
        // A person who has typed something and leaves confirms that.
        capabilities.setCapability("unhandledPromptBehavior", "accept");
        return capabilities;
    }

    /** The newest, where there are several. */
    private static Path miniBrowser() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> architectures = Files.newDirectoryStream(LIBRARIES, "*-linux-gnu*")) {
            for (Path architecture : architectures) {
                try (DirectoryStream<Path> versions = Files.newDirectoryStream(architecture, "webkit2gtk-*")) {
                    versions.forEach(version -> found.add(version.resolve("MiniBrowser")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream()
                .filter(Files::isExecutable)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new UserAgentBrokenException(
                        "MiniBrowser is not installed; it is in Debian's libwebkit2gtk-4.1-0"));
    }

    private static void awaitListening(Process process, int port, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10)); // not yet
            }
        }
        throw new UserAgentBrokenException("WebKitWebDriver does not start; it is in Debian's webkit2gtk-driver");
    }

    @Override
    public void close() {
        PrivateDisplay at = display;
        display = null;
        if (at != null) {
            at.close();
        }
    }
}
