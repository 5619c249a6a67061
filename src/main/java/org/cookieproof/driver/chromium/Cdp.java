package org.cookieproof.driver.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Sends one command of the Chrome DevTools Protocol to a tab. */
@FunctionalInterface
public interface Cdp {

    /**
     * @throws CdpException when the tab refuses the command, for example because it is between two documents
     */
    JsonNode send(String method, Map<String, ?> parameters);
}
