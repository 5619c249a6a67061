package org.cookieproof.driver.playwright;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.time.Duration;
import java.util.List;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.driver.chromium.ChromiumLaunch;
import org.cookieproof.driver.chromium.ChromiumSession;
import org.cookieproof.driver.chromium.RemoteControl;
import org.cookieproof.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one Playwright, which takes about a second to start, and starts one browser process for each session: only so is
 * a restart a restart, and a cache nobody else's.
 */
final class PlaywrightDriver implements UserAgentDriver {

    private final Thread owner = Thread.currentThread();
    private @Nullable PlaywrightServer server;

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("Playwright belongs to " + owner + ", not to " + Thread.currentThread());
        }
        PlaywrightServer running = running();
        return ChromiumSession.start(
                ChromiumLaunch.prepare(profile, surroundings),
                surroundings.patience(),
                launch -> launch(running.playwright(), launch, surroundings.patience()),
                running::kill);
    }

    /** The Playwright at hand, or a new one when there is none or its process has died. */
    private PlaywrightServer running() {
        PlaywrightServer at = server;
        if (at == null || !at.isAlive()) {
            close();
            at = PlaywrightServer.start();
            server = at;
        }
        return at;
    }

    private static RemoteControl launch(Playwright playwright, ChromiumLaunch launch, Duration patience) {
        BrowserContext context = playwright
                .chromium()
                .launchPersistentContext(
                        launch.userData(),
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(launch.engine().executable())
                                .setHeadless(!launch.headed())
                                .setEnv(launch.environment())
                                .setArgs(launch.flags())
                                // People's browsers have one.
                                .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache"))
                                .setArtifactsDir(launch.artifacts())
                                .setTimeout((double) patience.toMillis()));
        context.setDefaultTimeout((double) patience.toMillis());
        return new PlaywrightControl(context, context.pages().get(0), launch.processes());
    }

    @Override
    public void close() {
        PlaywrightServer at = server;
        server = null;
        if (at != null) {
            at.close();
        }
    }
}
