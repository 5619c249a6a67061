package org.cookieproof.driver.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.cookieproof.driver.browser.ControlException;

/** Sends one command of the Chrome DevTools Protocol to a tab. */
@FunctionalInterface
public interface Cdp {

    /**
     * @throws ControlException when the tab refuses the command, for example because it is between two documents
     */
    JsonNode send(String method, Map<String, ?> parameters);
}
