package org.cookieproof.driver.selenium;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.remote.CommandInfo;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;

/** A chromedriver behind a Selenium Grid; the hub and the node hand its own commands on. */
final class GridChrome extends RemoteWebDriver implements HasCdp {

    private static final String CDP = "executeCdpCommand";

    /** As chromedriver calls it. */
    private static final CommandInfo ITS_OWN = new CommandInfo("/session/:sessionId/goog/cdp/execute", HttpMethod.POST);

    private GridChrome(HttpCommandExecutor hub, Capabilities capabilities, ClientConfig config) {
        super(hub, capabilities, config);
    }

    /** Asks the hub for a session, which waits for a free slot as long as the hub lets it. */
    static GridChrome start(URI hub, Capabilities capabilities, ClientConfig config) throws MalformedURLException {
        ClientConfig there = config.baseUri(hub);
        HttpClient client = HttpClient.Factory.createDefault().createClient(there);
        try {
            return new GridChrome(
                    new HttpCommandExecutor(client, Map.of(CDP, ITS_OWN), hub.toURL()), capabilities, there);
        } catch (RuntimeException e) {
            client.close(); // a session that was got does so when it quits
            throw e;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // of all commands this one answers with an object
    public Map<String, Object> executeCdpCommand(String command, Map<String, Object> parameters) {
        Object answer =
                execute(CDP, Map.of("cmd", command, "params", parameters)).getValue();
        return (Map<String, Object>) Objects.requireNonNull(answer, command);
    }
}
