package org.cookieproof.driver.selenium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.cookieproof.driver.browser.Tab;
import org.cookieproof.driver.chromium.ChromiumTab;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.remote.RemoteWebDriver;

/** chromedriver hands on commands of the DevTools protocol. */
final class ChromeEngine implements WebDriverEngine {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Tab tab(SeleniumControl control) {
        return new ChromiumTab(
                (method, parameters) -> control.translating(() -> send(control.driver(), method, parameters)));
    }

    @Override
    public void paste(RemoteWebDriver driver, String text) {
        send(driver, "Input.insertText", Map.of("text", text));
    }

    @Override
    public String aborted() {
        return "net::ERR_ABORTED";
    }

    private static JsonNode send(RemoteWebDriver driver, String method, Map<String, ?> parameters) {
        return JSON.valueToTree(((HasCdp) driver).executeCdpCommand(method, Map.copyOf(parameters)));
    }
}
