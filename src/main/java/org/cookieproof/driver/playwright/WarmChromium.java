package org.cookieproof.driver.playwright;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.TemporaryDirectories;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.Patience;
import org.cookieproof.driver.browser.RemoteControl;
import org.cookieproof.driver.browser.WarmBrowser;
import org.cookieproof.driver.chromium.ChromiumEngine;
import org.cookieproof.driver.chromium.ChromiumLaunch;
import org.cookieproof.files.Directories;
import org.cookieproof.process.LastWill;
import org.cookieproof.process.SessionProcesses;
import org.cookieproof.profile.Profile;

/** A headless shell that runs from cell to cell; each cell has a context of its own, whose proxy is the cell's. */
final class WarmChromium implements WarmBrowser {

    /**
     * What all that share it have in common: the flags and the HOME with the CA are the process's. A device is
     * emulated in the context.
     */
    record Kind(ChromiumEngine engine, Map<String, String> settings, Path caPem) {

        static Kind of(Profile profile, Surroundings surroundings) {
            Map<String, String> settings = new HashMap<>(profile.settings());
            settings.keySet().retainAll(ChromiumEngine.settings());
            return new Kind(ChromiumEngine.of(profile), Map.copyOf(settings), surroundings.caPem());
        }
    }

    private final Path directory;
    private final ChromiumLaunch launch;
    private final LastWill lastWill;
    private final Browser browser;

    private WarmChromium(Path directory, ChromiumLaunch launch, PlaywrightServer server, Surroundings surroundings) {
        this.directory = directory;
        this.launch = launch;
        this.lastWill = new LastWill(launch.processes());
        try (Patience patience = new Patience(surroundings.patience(), launch.processes(), server::kill)) {
            this.browser = patience.spend(() -> start(server.playwright(), patience));
            launch.processes().look();
        } catch (RuntimeException e) {
            end();
            throw UserAgentBrokenException.notStarted(launch.name(), e);
        }
    }

    static WarmChromium start(Profile profile, Surroundings surroundings, PlaywrightServer server) {
        try {
            Path directory = TemporaryDirectories.make();
            ChromiumLaunch launch = ChromiumLaunch.prepareToBeShared(profile, surroundings, directory);
            return new WarmChromium(directory, launch, server, surroundings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Browser start(Playwright playwright, Patience patience) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(launch.engine().executable())
                        .setHeadless(true)
                        .setEnv(launch.environment())
                        .setArgs(launch.flags())
                        // People's browsers have one.
                        .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache"))
                        .setArtifactsDir(launch.artifacts())
                        .setTimeout((double) patience.limit().toMillis()));
    }

    /** A context with nothing in it, and its only tab. */
    RemoteControl open(Surroundings surroundings, Optional<EmulatedDevice> device) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                // Otherwise loopback addresses would be asked without the proxy.
                .setProxy(new Proxy("http://" + hostAndPort(surroundings)).setBypass("<-loopback>"));
        device.ifPresent(d -> d.applyTo(options));
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout((double) surroundings.patience().toMillis());
        return new PlaywrightControl(context, context.newPage(), launch.processes());
    }

    private static String hostAndPort(Surroundings surroundings) {
        String host = surroundings.proxy().getHostString();
        return (host.contains(":") ? "[" + host + "]" : host) + ":"
                + surroundings.proxy().getPort();
    }

    @Override
    public String name() {
        return launch.name();
    }

    @Override
    public SessionProcesses processes() {
        return launch.processes();
    }

    @Override
    public boolean isFresh() {
        return browser.isConnected() && !launch.processes().running().isEmpty();
    }

    @Override
    public boolean servesSeveral() {
        return true;
    }

    @Override
    public void close() {
        try {
            browser.close();
        } catch (PlaywrightException e) {
            // It has died before; what is left of it is ended by its ids next.
        }
        end();
    }

    private void end() {
        launch.close();
        lastWill.close();
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            // In the system's temporary directory; no verdict is worth less for it.
        }
    }
}
