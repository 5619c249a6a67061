package org.cookieproof.driver.selenium;

import java.util.Objects;
import org.openqa.selenium.WebDriver;

/** Which of its windows a driver speaks to: WebDriver has one current window, and all commands go there. */
final class Windows {

    private final WebDriver driver;
    private String current;

    Windows(WebDriver driver, String current) {
        this.driver = driver;
        this.current = Objects.requireNonNull(current);
    }

    String current() {
        return current;
    }

    /** The driver has turned to a new one by itself. */
    Windows opened(String window) {
        current = window;
        return this;
    }

    void turnTo(String window) {
        if (!window.equals(current)) {
            driver.switchTo().window(window);
            current = window;
        }
    }
}
