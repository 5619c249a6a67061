package org.cookieproof.driver.selenium;

import org.cookieproof.driver.browser.Tab;
import org.openqa.selenium.remote.RemoteWebDriver;

/** WebKitWebDriver knows WebDriver and nothing else. */
final class WebKitEngine implements WebDriverEngine {

    @Override
    public Tab tab(SeleniumControl control) {
        return new WebKitTab(control);
    }

    @Override
    public void paste(RemoteWebDriver driver, String text) {
        driver.executeScript("document.execCommand('insertText', false, arguments[0])", text);
    }

    @Override
    public String aborted() {
        return "the old document stayed";
    }
}
