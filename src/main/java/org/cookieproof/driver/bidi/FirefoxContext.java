package org.cookieproof.driver.bidi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.cookieproof.driver.browser.CommandSocket;
import org.jspecify.annotations.Nullable;

/** A jar, a cache and the tabs that share them: all of a browser, or a container of its own in one that is shared. */
final class FirefoxContext implements AutoCloseable {

    /** BiDi's name for what is in no container. */
    private static final String DEFAULT = "default";

    private final FirefoxProcess process;
    private final String userContext;
    private @Nullable String active;

    private FirefoxContext(FirefoxProcess process, String userContext) {
        this.process = process;
        this.userContext = userContext;
    }

    /** The browser's own, as people have it. */
    static FirefoxControl whole(FirefoxProcess process) {
        JsonNode tabs = process.bidi().send("browsingContext.getTree", Map.of("maxDepth", 0));
        return new FirefoxControl(
                new FirefoxContext(process, DEFAULT),
                tabs.path("contexts").path(0).path("context").asText());
    }

    /** A container with a proxy of its own. */
    static FirefoxControl container(FirefoxProcess process, InetSocketAddress proxy) {
        String address = FirefoxProfile.hostAndPort(proxy);
        JsonNode made = process.bidi()
                .send(
                        "browser.createUserContext",
                        Map.of(
                                "proxy",
                                Map.of(
                                        "proxyType",
                                        "manual",
                                        "httpProxy",
                                        address,
                                        "sslProxy",
                                        address,
                                        "noProxy",
                                        List.of())));
        return new FirefoxContext(process, made.path("userContext").asText()).openTab();
    }

    CommandSocket bidi() {
        return process.bidi();
    }

    Navigations navigations() {
        return process.navigations();
    }

    String engine() {
        return process.engine();
    }

    String userContext() {
        return userContext;
    }

    FirefoxControl openTab() {
        String tab = bidi().send("browsingContext.create", Map.of("type", "tab", "userContext", userContext))
                .path("context")
                .asText();
        active = tab;
        return new FirefoxControl(this, tab);
    }

    /** Keys and clicks go astray in a tab that is not in front. */
    void activate(String tab) {
        if (!tab.equals(active)) {
            bidi().send("browsingContext.activate", Map.of("context", tab));
            active = tab;
        }
    }

    @Override
    public void close() {
        if (userContext.equals(DEFAULT)) {
            process.quit();
        } else {
            bidi().send("browser.removeUserContext", Map.of("userContext", userContext));
        }
    }
}
