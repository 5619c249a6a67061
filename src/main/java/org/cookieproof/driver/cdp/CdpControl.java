package org.cookieproof.driver.cdp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.CommandSocket;
import org.cookieproof.driver.browser.ControlException;
import org.cookieproof.driver.browser.PageScripts;
import org.cookieproof.driver.browser.RemoteControl;
import org.cookieproof.driver.browser.Tab;
import org.cookieproof.driver.chromium.ChromiumTab;
import org.cookieproof.http.Url;

/** One tab of a Chromium, over a connection of its own. */
final class CdpControl implements RemoteControl {

    private static final String ABORTED = "net::ERR_ABORTED";
    private static final long PAUSE_MILLIS = 5;

    /** How often a navigation is begun again that the page's own script has cut short with one of its own. */
    private static final int ATTEMPTS = 3;

    private final ChromiumProcess process;
    private final String target;
    private final CommandSocket socket;
    private final Traffic traffic = new Traffic();
    private final Tab tab;
    private final Keyboard keyboard;

    CdpControl(ChromiumProcess process, String target) {
        this.process = process;
        this.target = target;
        this.socket = process.connect(target, this::take);
        this.tab = new ChromiumTab(socket::send);
        this.keyboard = new Keyboard(socket, tab);
        for (String domain : new String[] {"Page", "Network", "Inspector"}) {
            socket.send(domain + ".enable", Map.of());
        }
        traffic.mainFrame(socket.send("Page.getFrameTree", Map.of())
                .path("frameTree")
                .path("frame")
                .path("id")
                .asText());
    }

    private void take(JsonNode event) {
        switch (event.path("method").asText()) {
            // A person who has typed something and leaves confirms that.
            case "Page.javascriptDialogOpening" -> socket.tell("Page.handleJavaScriptDialog", Map.of("accept", true));
            case "Inspector.targetCrashed" -> socket.giveUp("its page has crashed");
            default -> traffic.take(event);
        }
    }

    @Override
    public Tab tab() {
        return tab;
    }

    @Override
    public Optional<String> navigate(Url url) {
        for (int attempt = 1; ; attempt++) {
            Optional<String> error = begin(url);
            boolean cutShort = error.filter(ABORTED::equals).isPresent() && traffic.navigating();
            if (!cutShort || attempt == ATTEMPTS) {
                return error;
            }
        }
    }

    private Optional<String> begin(Url url) {
        traffic.forget();
        JsonNode begun = socket.send("Page.navigate", Map.of("url", url.toString()));
        String error = begun.path("errorText").asText("");
        if (!error.isEmpty()) {
            return Optional.of(error);
        }
        String document = begun.path("loaderId").asText("");
        if (document.isEmpty()) {
            return Optional.empty(); // to another place in the same document
        }
        // The answer comes when the document is about to be shown, not when it is.
        return traffic.awaitDocument(document, process.patience());
    }

    @Override
    public String aborted() {
        return ABORTED;
    }

    @Override
    public void type(String text) {
        process.activate(target);
        keyboard.type(text);
    }

    @Override
    public void pressDelete() {
        process.activate(target);
        keyboard.press(Keyboard.DELETE);
    }

    @Override
    public boolean click(String function, Object... arguments) {
        traffic.forget();
        process.activate(target);
        JsonNode at = tab.call(PageScripts.reach(function), arguments);
        if (at.size() > 0) {
            press(at.path(2).asDouble(), at.path(3).asDouble());
        }
        return at.isArray();
    }

    private void press(double x, double y) {
        try {
            mouse("mouseMoved", "none", x, y);
            mouse("mousePressed", "left", x, y);
            mouse("mouseReleased", "left", x, y);
        } catch (ControlException e) {
            throw new UserAgentBrokenException("a click of the mouse was cut short: " + e.getMessage(), e);
        }
    }

    private void mouse(String type, String button, double x, double y) {
        socket.send(
                "Input.dispatchMouseEvent", Map.of("type", type, "button", button, "clickCount", 1, "x", x, "y", y));
    }

    @Override
    public boolean navigating() {
        return traffic.navigating();
    }

    /** Of this tab alone; where there are more, the others may still be at work. */
    @Override
    public Optional<Boolean> loading() {
        return process.tabs() == 1 ? Optional.of(traffic.loading()) : Optional.empty();
    }

    @Override
    public Optional<String> lastFailure() {
        return traffic.lastFailure();
    }

    @Override
    public void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }

    @Override
    public RemoteControl openTab() {
        return process.openTab();
    }

    @Override
    public void closeTab() {
        process.closeTab(target);
        socket.close();
    }

    @Override
    public Optional<RemoteControl> startAfresh() {
        CdpControl fresh = process.openTab();
        process.closeAllBut(fresh.target, fresh::pause);
        socket.close();
        do {
            fresh.socket.send("Network.clearBrowserCookies", Map.of());
            fresh.socket.send("Network.clearBrowserCache", Map.of());
        } while (!fresh.socket
                .send("Network.getAllCookies", Map.of())
                .path("cookies")
                .isEmpty());
        return Optional.of(fresh);
    }

    @Override
    public byte[] screenshot() {
        return Base64.getDecoder()
                .decode(socket.send("Page.captureScreenshot", Map.of())
                        .path("data")
                        .asText());
    }

    @Override
    public void close() {
        try {
            process.quit();
        } finally {
            socket.close();
        }
    }
}
