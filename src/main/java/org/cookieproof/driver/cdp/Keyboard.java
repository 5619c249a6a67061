package org.cookieproof.driver.cdp;

import java.util.HashMap;
import java.util.Map;
import org.cookieproof.driver.browser.CommandSocket;
import org.cookieproof.driver.browser.Tab;

/** Keys, and what is pasted instead of them, in the focused element. */
record Keyboard(CommandSocket socket, Tab tab) {

    /**
     * A key without a character, or one that needs more said of it than that.
     *
     * @param code of Windows, by which Chromium knows keys on every system
     * @param text that it gives; empty for none
     */
    record Key(String name, int code, String text) {}

    static final Key DELETE = new Key("Delete", 46, "");
    private static final Key ENTER = new Key("Enter", 13, "\r");

    /** Of longer texts all but the last key are pasted, as a password manager does: a key takes some milliseconds. */
    private static final int MOST_KEYS = 8;

    /** Not by {@code Input.insertText}, which came with Chromium 72. */
    private static final String PASTE = "text => { document.execCommand('insertText', false, text); }";

    void type(String text) {
        int last = text.length() > MOST_KEYS ? text.offsetByCodePoints(text.length(), -1) : 0;
        if (last > 0) {
            tab.call(PASTE, text.substring(0, last));
        }
        text.substring(last).codePoints().mapToObj(Character::toString).forEach(this::typeOne);
    }

    private void typeOne(String character) {
        if (character.length() > 1) {
            tab.call(PASTE, character); // there is no key for it, and older versions swallow one that we make up
            return;
        }
        press(character.equals("\n") ? ENTER : new Key(character, 0, character));
    }

    void press(Key key) {
        Map<String, Object> event = new HashMap<>(Map.of("key", key.name()));
        if (key.code() != 0) {
            event.put("code", key.name());
            event.put("windowsVirtualKeyCode", key.code());
        }
        Map<String, Object> down = new HashMap<>(event);
        down.put("type", key.text().isEmpty() ? "rawKeyDown" : "keyDown");
        if (!key.text().isEmpty()) {
            down.put("text", key.text());
        }
        socket.send("Input.dispatchKeyEvent", down);
        event.put("type", "keyUp");
        socket.send("Input.dispatchKeyEvent", event);
    }
}
