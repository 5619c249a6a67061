package org.cookieproof.driver.text;

import java.util.Map;
import java.util.function.Function;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Gives each session a process, a terminal and a HOME of its own. */
final class TextDriver implements UserAgentDriver {

    private static final Map<String, Function<BrowserHome, TextBrowser>> BROWSERS =
            Map.of("elinks", Elinks::new, "links2", Links::new, "lynx", Lynx::new, "w3m", W3m::new);

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        String name = profile.setting("browser").orElse("");
        Function<BrowserHome, TextBrowser> browser = BROWSERS.get(name);
        if (browser == null) {
            throw new UserAgentBrokenException(
                    profile.file() + ": the driver 'text' needs the setting 'browser', one of "
                            + BROWSERS.keySet().stream().sorted().toList() + "; found '" + name + "'");
        }
        BrowserHome home = new BrowserHome(surroundings.scratch(), surroundings);
        return new ClientSession(profile, new TextTransport(browser.apply(home), home));
    }

    @Override
    public void close() {
        // no process outlives its session
    }
}
