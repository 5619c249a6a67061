package org.cookieproof.driver.selenium;

import java.io.File;
import java.io.OutputStream;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cookieproof.driver.Grid;
import org.cookieproof.driver.NotPossibleException;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.driver.browser.BrowserSession;
import org.cookieproof.driver.browser.RemoteControl;
import org.cookieproof.driver.chromium.ChromiumElsewhere;
import org.cookieproof.driver.chromium.ChromiumLaunch;
import org.cookieproof.profile.Profile;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.http.ClientConfig;

/**
 * Keeps nothing between sessions: each has a chromedriver of its own, on a port of its own, or a session at a Selenium
 * Grid.
 */
final class SeleniumDriver implements UserAgentDriver {

    /** Not looked for on the path, where Selenium Manager would want to download one. */
    private static final File CHROMEDRIVER = new File("/usr/bin/chromedriver");

    /** Held, or its level would be forgotten. It warns that selenium-devtools is missing, which nothing here needs. */
    private static final Logger CDP_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    SeleniumDriver() {
        CDP_VERSIONS.setLevel(Level.SEVERE);
    }

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        return surroundings
                .grid()
                .map(grid -> atGrid(grid, profile, surroundings))
                .orElseGet(() -> here(profile, surroundings));
    }

    private static UserAgentSession atGrid(Grid grid, Profile profile, Surroundings surroundings) {
        if (surroundings.restarts()) {
            throw new NotPossibleException("a browser of a Selenium Grid is not started again on its own profile");
        }
        ChromiumElsewhere chromium = ChromiumElsewhere.of(profile, surroundings.proxy(), grid.leafKey());
        ChromeOptions options = options(surroundings.headed());
        options.addArguments(chromium.flags());
        options.setExperimentalOption("prefs", chromium.preferences());
        GridLaunch launch = new GridLaunch(grid);
        return BrowserSession.start(
                launch, surroundings.patience(), () -> launch.start(options, surroundings), launch::end);
    }

    private static UserAgentSession here(Profile profile, Surroundings surroundings) {
        ChromiumLaunch launch = ChromiumLaunch.prepare(profile, surroundings);
        return BrowserSession.start(
                launch,
                surroundings.patience(),
                () -> launch(launch, surroundings.patience()),
                launch.processes()::kill);
    }

    private static RemoteControl launch(ChromiumLaunch launch, Duration patience) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER)
                .usingAnyFreePort()
                .withEnvironment(launch.environment())
                .withLogOutput(OutputStream.nullOutputStream())
                .withTimeout(patience)
                .build();
        ChromeDriver driver = new ChromeDriver(
                service, options(launch), ClientConfig.defaultConfig().readTimeout(patience));
        driver.manage().timeouts().pageLoadTimeout(patience).scriptTimeout(patience);
        return SeleniumControl.of(driver, () -> !launch.processes().running().isEmpty(), new ChromeEngine());
    }

    private static ChromeOptions options(ChromiumLaunch launch) {
        ChromeOptions options = options(launch.headed());
        options.setBinary(launch.engine().executable().toFile());
        options.addArguments(launch.flags());
        options.addArguments("--user-data-dir=" + launch.userData());
        return options;
    }

    private static ChromeOptions options(boolean headed) {
        ChromeOptions options = new ChromeOptions();
        if (!headed) {
            options.addArguments("--headless");
        }
        // The document is waited for by ourselves, in the same way as with other libraries.
        options.setPageLoadStrategy(PageLoadStrategy.NORMAL);
        // A person who has typed something and leaves confirms that.
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.ACCEPT);
        return options;
    }

    /** Nothing to end: sessions have ended what they started. */
    @Override
    public void close() {}
}
