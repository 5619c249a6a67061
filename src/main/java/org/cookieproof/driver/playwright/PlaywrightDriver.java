package org.cookieproof.driver.playwright;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.driver.browser.BrowserSession;
import org.cookieproof.driver.browser.RemoteControl;
import org.cookieproof.driver.browser.WarmBrowsers;
import org.cookieproof.driver.chromium.ChromiumEngine;
import org.cookieproof.driver.chromium.ChromiumLaunch;
import org.cookieproof.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one Playwright, which takes about a second to start, and one headless shell warm for sessions that are not
 * restarted: each has a context of its own there. All others have a process and a profile directory of their own.
 */
final class PlaywrightDriver implements UserAgentDriver {

    private final Thread owner = Thread.currentThread();
    private final WarmBrowsers<WarmChromium.Kind, WarmChromium> warm = new WarmBrowsers<>();
    private @Nullable PlaywrightServer server;

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("Playwright belongs to " + owner + ", not to " + Thread.currentThread());
        }
        Optional<EmulatedDevice> device = EmulatedDevice.of(profile);
        PlaywrightServer running = running();
        if (canShare(profile, surroundings)) {
            return share(profile, surroundings, device, running);
        }
        ChromiumLaunch launch = ChromiumLaunch.prepare(profile, surroundings);
        ScriptStorage storage = ScriptStorage.of(profile);
        return BrowserSession.start(
                launch,
                surroundings.patience(),
                () -> launch(running.playwright(), launch, storage, device, surroundings.patience()),
                running::kill);
    }

    /** Full Chromium's contexts beside its first are those of private windows, which treat third parties otherwise. */
    private static boolean canShare(Profile profile, Surroundings surroundings) {
        return !surroundings.restarts()
                && !surroundings.headed()
                && ChromiumEngine.of(profile).equals(ChromiumEngine.CHROMIUM_HEADLESS_SHELL);
    }

    private UserAgentSession share(
            Profile profile, Surroundings surroundings, Optional<EmulatedDevice> device, PlaywrightServer running) {
        WarmBrowsers.Share<WarmChromium> shared = warm.share(
                WarmChromium.Kind.of(profile, surroundings), () -> WarmChromium.start(profile, surroundings, running));
        return BrowserSession.start(
                shared.launch(),
                surroundings.patience(),
                () -> shared.browser().open(surroundings, device),
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

    private static RemoteControl launch(
            Playwright playwright,
            ChromiumLaunch launch,
            ScriptStorage storage,
            Optional<EmulatedDevice> device,
            Duration patience) {
        storage.prepare(launch.userData());
        BrowserType.LaunchPersistentContextOptions options = new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(launch.engine().executable())
                .setHeadless(!launch.headed())
                .setEnv(launch.environment())
                .setArgs(launch.flags())
                // People's browsers have one.
                .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache"))
                .setArtifactsDir(launch.artifacts())
                .setTimeout((double) patience.toMillis());
        device.ifPresent(d -> d.applyTo(options));
        BrowserContext context = playwright.chromium().launchPersistentContext(launch.userData(), options);
        storage.applyTo(context);
        context.setDefaultTimeout((double) patience.toMillis());
        return new PlaywrightControl(context, context.pages().get(0), launch.processes());
    }

    @Override
    public void close() {
        warm.close();
        PlaywrightServer at = server;
        server = null;
        if (at != null) {
            at.close();
        }
    }
}
