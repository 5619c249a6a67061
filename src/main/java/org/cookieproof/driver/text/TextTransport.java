package org.cookieproof.driver.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Transport;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.Jar;
import org.jspecify.annotations.Nullable;

/** One browser on one terminal. */
final class TextTransport implements Transport {

    private final TextBrowser browser;
    private final BrowserHome home;
    private @Nullable Terminal terminal;

    TextTransport(TextBrowser browser, BrowserHome home) {
        this.browser = browser;
        this.home = home;
        try {
            browser.prepare();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private UserAgentBrokenException unusable(IOException e) {
        return new UserAgentBrokenException(
                "cannot exchange files with " + browser.name() + " in " + home.directory(), e);
    }

    @Override
    public String engine() {
        ClientProcess program = new ClientProcess(
                browser.name(),
                browser.name(),
                home.directory(),
                home.surroundings().patience());
        return program.run(List.of("-version"), ClientProcess.NO_INPUT)
                .out()
                .lines()
                .findFirst()
                .map(browser::engine)
                .orElse(browser.name());
    }

    @Override
    public Reply send(Call call) {
        try {
            return browser.send(call, running());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Terminal running() {
        Terminal running = terminal;
        if (running == null) {
            running = Terminal.start(
                    browser.name(),
                    home.surroundings().patience(),
                    browser.command(),
                    home.directory(),
                    Map.copyOf(browser.environment()));
            terminal = running;
            running.await(browser.ready());
        }
        return running;
    }

    @Override
    public Jar jar() {
        return new Jar.Opaque(browser.name() + " writes what lasts when it ends, and nothing of the rest");
    }

    /** The next request starts it again. */
    @Override
    public void restart() {
        Terminal running = terminal;
        if (running != null) {
            terminal = null;
            running.quit(browser.quit());
        }
    }

    @Override
    public void close() {
        if (terminal != null) {
            terminal.close();
            terminal = null;
        }
    }
}
