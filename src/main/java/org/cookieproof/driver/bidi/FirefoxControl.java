package org.cookieproof.driver.bidi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.ControlException;
import org.cookieproof.driver.browser.PageScripts;
import org.cookieproof.driver.browser.RemoteControl;
import org.cookieproof.driver.browser.Tab;
import org.cookieproof.http.Url;

/** One tab of a Firefox. */
final class FirefoxControl implements RemoteControl {

    private static final Pattern NS_ERROR = Pattern.compile("NS_[A-Z_]+|[A-Z]+_ERROR_[A-Z_]+");
    private static final long PAUSE_MILLIS = 10;

    /** Longer texts are pasted: a key takes some milliseconds each. */
    private static final int MOST_KEYS = 500;

    /** The error code (WebDriver §6.6) for a move beyond the viewport. */
    private static final String OUT_OF_BOUNDS = "move target out of bounds";

    // WebDriver §17.4.2, the code points of keys without a character
    private static final String ENTER = "\uE007";
    private static final String DELETE = "\uE017";

    private final FirefoxContext owner;
    private final String context;
    private final FirefoxTab tab;

    FirefoxControl(FirefoxContext owner, String context) {
        this.owner = owner;
        this.context = context;
        this.tab = new FirefoxTab(owner.bidi(), owner.navigations(), owner.engine(), context, owner.userContext());
    }

    @Override
    public Tab tab() {
        return tab;
    }

    @Override
    public Optional<String> navigate(Url url) {
        owner.navigations().forward(context);
        try {
            owner.bidi()
                    .send(
                            "browsingContext.navigate",
                            Map.of("context", context, "url", url.toString(), "wait", "interactive"));
            return Optional.empty();
        } catch (ControlException e) {
            Matcher error = NS_ERROR.matcher(String.valueOf(e.getMessage()));
            if (!error.find()) {
                throw e;
            }
            return Optional.of(error.group());
        }
    }

    @Override
    public String aborted() {
        return Navigations.ABORTED;
    }

    @Override
    public void type(String text) {
        if (text.length() > MOST_KEYS) {
            tab.call("text => document.execCommand('insertText', false, text)", text);
            return;
        }
        List<Map<String, Object>> keys = new ArrayList<>();
        text.codePoints().mapToObj(Character::toString).forEach(c -> keys.addAll(key(c.equals("\n") ? ENTER : c)));
        perform("key", keys);
    }

    @Override
    public void pressDelete() {
        perform("key", key(DELETE));
    }

    private static List<Map<String, Object>> key(String value) {
        return List.of(Map.of("type", "keyDown", "value", value), Map.of("type", "keyUp", "value", value));
    }

    private void perform(String device, List<Map<String, Object>> actions) {
        owner.activate(context);
        owner.bidi()
                .send(
                        "input.performActions",
                        Map.of(
                                "context",
                                context,
                                "actions",
                                List.of(Map.of("type", device, "id", device, "actions", actions))));
    }

    @Override
    public boolean click(String function, Object... arguments) {
        owner.navigations().forward(context);
        JsonNode at = tab.call(PageScripts.reach(function), arguments);
        if (at.size() > 0) {
            press(at.path(0).asInt(), at.path(1).asInt());
        }
        return at.isArray();
    }

    private void press(int x, int y) {
        try {
            perform(
                    "pointer",
                    List.of(
                            Map.of("type", "pointerMove", "x", x, "y", y),
                            Map.of("type", "pointerDown", "button", 0),
                            Map.of("type", "pointerUp", "button", 0)));
        } catch (ControlException e) {
            if (String.valueOf(e.getMessage()).contains(OUT_OF_BOUNDS)) {
                throw e; // of another document, and so before it was pressed
            }
            throw new UserAgentBrokenException("a click of the mouse was cut short: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean navigating() {
        return owner.navigations().pending(context);
    }

    @Override
    public Optional<String> lastFailure() {
        return owner.navigations().lastFailure(context);
    }

    @Override
    public void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }

    @Override
    public RemoteControl openTab() {
        return owner.openTab();
    }

    @Override
    public void closeTab() {
        owner.bidi().send("browsingContext.close", Map.of("context", context));
    }

    @Override
    public byte[] screenshot() {
        JsonNode picture = owner.bidi().send("browsingContext.captureScreenshot", Map.of("context", context));
        return Base64.getDecoder().decode(picture.path("data").asText());
    }

    @Override
    public void close() {
        owner.close();
    }
}
