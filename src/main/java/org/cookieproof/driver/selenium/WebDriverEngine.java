package org.cookieproof.driver.selenium;

import org.cookieproof.driver.browser.Tab;
import org.openqa.selenium.remote.RemoteWebDriver;

/** What WebDriver leaves to the engine. */
interface WebDriverEngine {

    Tab tab(SeleniumControl control);

    /** Puts a text over what is selected in the focused element. */
    void paste(RemoteWebDriver driver, String text);

    /** What it calls a navigation that leaves the old document where it is. */
    String aborted();
}
