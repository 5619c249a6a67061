package org.cookieproof.driver.selenium;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.time.Duration;
import org.cookieproof.driver.Grid;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.BrowserLaunch;
import org.cookieproof.driver.browser.RemoteControl;
import org.cookieproof.process.SessionProcesses;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.http.ClientConfig;

/**
 * One session at a Selenium Grid. No process of it is ours: what is left of one that broke, its node ends, at our word or
 * when it has not heard of us for its session timeout.
 */
final class GridLaunch implements BrowserLaunch {

    private final Grid grid;
    private final SessionProcesses noneHere = new SessionProcesses();
    private volatile @Nullable GridChrome session;
    private volatile boolean ended;

    GridLaunch(Grid grid) {
        this.grid = grid;
    }

    RemoteControl start(ChromeOptions options, Surroundings surroundings) {
        GridChrome started = started(options, surroundings.patience());
        session = started;
        if (ended) {
            // The hub gave it after all, to nobody any more.
            quit(started);
            throw new UserAgentBrokenException(name() + " was ended while it started");
        }
        started.manage().timeouts().pageLoadTimeout(surroundings.patience()).scriptTimeout(surroundings.patience());
        return SeleniumControl.of(started, () -> answers(started), new ChromeEngine());
    }

    private GridChrome started(ChromeOptions options, Duration patience) {
        try {
            return GridChrome.start(
                    grid.hub(), options, ClientConfig.defaultConfig().readTimeout(patience));
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        } catch (WebDriverException e) {
            throw UserAgentBrokenException.notStarted(name(), e);
        }
    }

    /** Of a node that has died the hub still knows for a while. */
    private static boolean answers(GridChrome session) {
        try {
            session.getWindowHandles();
            return true;
        } catch (WebDriverException | UncheckedIOException e) {
            return false;
        }
    }

    /** Ends the session, in the middle of a command too; once. */
    void end() {
        ended = true;
        GridChrome at = session;
        session = null;
        if (at != null) {
            quit(at);
        }
    }

    private static void quit(GridChrome session) {
        try {
            session.quit();
        } catch (WebDriverException | UncheckedIOException e) {
            // Its node or the hub has gone, or the session has: there is nobody to be told.
        }
    }

    @Override
    public String name() {
        return "a browser of the Selenium Grid at " + Grid.shown(grid.hub());
    }

    @Override
    public SessionProcesses processes() {
        return noneHere;
    }

    @Override
    public boolean restartable() {
        return false;
    }

    @Override
    public void awaitEnd(Duration grace) {
        // The node does.
    }

    @Override
    public void close() {
        end();
    }
}
