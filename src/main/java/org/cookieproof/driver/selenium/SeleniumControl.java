package org.cookieproof.driver.selenium;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.ControlException;
import org.cookieproof.driver.browser.RemoteControl;
import org.cookieproof.driver.browser.Tab;
import org.cookieproof.http.Url;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.UnreachableBrowserException;

/** One tab of a browser that speaks WebDriver. */
final class SeleniumControl implements RemoteControl {

    private static final Pattern NET_ERROR = Pattern.compile("net::ERR_\\w+");
    private static final long PAUSE_MILLIS = 10;

    /** Longer texts are pasted, as Playwright's are. */
    private static final int MOST_KEYS = 500;

    /**
     * WebKitWebDriver scrolls no further than it must: what it presses then stands at the window's edge, where a scroll
     * bar takes the button's release.
     */
    private static final String IN_VIEW = """
            const element = (%s)(...arguments);
            if (element instanceof Element)
              element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
            return element;""";

    private final RemoteWebDriver driver;
    private final Windows windows;
    private final String window;
    private final BooleanSupplier alive;
    private final WebDriverEngine engine;

    private SeleniumControl(RemoteWebDriver driver, Windows windows, BooleanSupplier alive, WebDriverEngine engine) {
        this.driver = driver;
        this.windows = windows;
        this.window = windows.current();
        this.alive = alive;
        this.engine = engine;
    }

    /**
     * Takes hold of the only tab.
     *
     * @param alive whether the browser still runs, asked when something went wrong
     */
    static SeleniumControl of(RemoteWebDriver driver, BooleanSupplier alive, WebDriverEngine engine) {
        return new SeleniumControl(driver, new Windows(driver, driver.getWindowHandle()), alive, engine);
    }

    @Override
    public Tab tab() {
        return engine.tab(this);
    }

    @Override
    public String aborted() {
        return engine.aborted();
    }

    @Override
    public Optional<String> navigate(Url url) {
        return translating(() -> {
            try {
                driver.get(url.toString());
                return Optional.empty();
            } catch (TimeoutException e) {
                throw e;
            } catch (WebDriverException e) {
                Matcher error = NET_ERROR.matcher(String.valueOf(e.getMessage()));
                if (error.find()) {
                    return Optional.of(error.group());
                }
                throw e;
            }
        });
    }

    @Override
    public void type(String text) {
        translating(() -> {
            // chromedriver has no keys for characters outside the Basic Multilingual Plane.
            if (text.length() > MOST_KEYS || text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
                engine.paste(driver, text);
            } else {
                driver.switchTo().activeElement().sendKeys(text);
            }
            return text;
        });
    }

    @Override
    public void pressDelete() {
        translating(() -> {
            driver.switchTo().activeElement().sendKeys(Keys.DELETE);
            return driver;
        });
    }

    @Override
    public boolean click(String function, Object... arguments) {
        return translating(() -> {
            Object found = driver.executeScript(IN_VIEW.formatted(function), arguments);
            if (!(found instanceof WebElement element)) {
                return false;
            }
            press(element);
            return true;
        });
    }

    private void press(WebElement element) {
        try {
            element.click();
        } catch (ElementNotInteractableException e) { // also where another element is in the way
            // By a timer: the command itself would not return from a document that the click leaves.
            driver.executeScript("const e = arguments[0]; setTimeout(() => e.click(), 0)", element);
        } catch (StaleElementReferenceException | TimeoutException e) {
            throw e; // gone before it was pressed, or never taken: translating() says which
        } catch (WebDriverException e) {
            throw new UserAgentBrokenException("a click of the mouse was cut short: " + e.getMessage(), e);
        }
    }

    /** chromedriver does not tell, but comes back from a click only when what it led to has loaded. */
    @Override
    public boolean navigating() {
        return false;
    }

    @Override
    public Optional<String> lastFailure() {
        return Optional.empty();
    }

    @Override
    public void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }

    @Override
    public RemoteControl openTab() {
        return translating(() -> {
            driver.switchTo().newWindow(WindowType.TAB);
            return new SeleniumControl(driver, windows.opened(driver.getWindowHandle()), alive, engine);
        });
    }

    @Override
    public void closeTab() {
        translating(() -> {
            driver.close();
            return driver;
        });
    }

    @Override
    public byte[] screenshot() {
        return translating(() -> driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        translating(() -> {
            driver.quit();
            return driver;
        });
    }

    RemoteWebDriver driver() {
        return driver;
    }

    /** What the library throws as what {@link RemoteControl} throws. */
    <T> T translating(Supplier<T> action) {
        try {
            windows.turnTo(window);
            return action.get();
        } catch (TimeoutException
                | NoSuchSessionException
                | NoSuchWindowException
                | UnreachableBrowserException
                | UncheckedIOException e) {
            throw new UserAgentBrokenException("the browser has died or does not answer", e);
        } catch (WebDriverException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("disconnected") || message.contains("crashed") || !alive.getAsBoolean()) {
                throw new UserAgentBrokenException("the browser has died", e);
            }
            throw new ControlException(message, e);
        }
    }
}
