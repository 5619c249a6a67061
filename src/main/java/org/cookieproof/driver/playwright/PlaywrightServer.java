package org.cookieproof.driver.playwright;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.driver.UserAgentBrokenException;

/** A Playwright and the Node process behind it, which the library does not name. */
record PlaywrightServer(Playwright playwright, ProcessHandle process) {

    private static final Map<String, String> ENVIRONMENT = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    /**
     * Starts one, one at a time: the first unpacks Node, and two that do so at once break one another. Only so, too, is
     * the new Node that appears among our children the one just started. (An environment variable would not mark it: the
     * library gives all of them the environment of the first.)
     */
    static synchronized PlaywrightServer start() {
        Set<ProcessHandle> before = servers();
        try {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(ENVIRONMENT));
            Set<ProcessHandle> started = servers();
            started.removeAll(before);
            if (started.size() != 1) {
                playwright.close();
                throw new UserAgentBrokenException("cannot tell which process is Playwright's: " + started);
            }
            return new PlaywrightServer(playwright, started.iterator().next());
        } catch (PlaywrightException e) {
            throw new UserAgentBrokenException("Playwright does not start", e);
        }
    }

    private static Set<ProcessHandle> servers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").endsWith(" run-driver"))
                .collect(Collectors.toSet());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }

    void close() {
        try {
            playwright.close();
        } catch (RuntimeException e) {
            // It has died before, or the thread is interrupted; it is ended by its id in any case.
        } finally {
            kill();
            process.onExit().join();
        }
    }
}
