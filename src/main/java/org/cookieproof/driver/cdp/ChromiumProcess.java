package org.cookieproof.driver.cdp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.cookieproof.driver.browser.CommandSocket;
import org.cookieproof.driver.browser.ControlException;
import org.cookieproof.driver.browser.DebuggingUrl;
import org.cookieproof.driver.chromium.ChromiumLaunch;
import org.jspecify.annotations.Nullable;

/**
 * A running Chromium. Each tab has a connection of its own: sessions of several tabs over one are not to be had before
 * Chromium 77.
 */
final class ChromiumProcess {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final URI url;
    private final Duration patience;
    private final CommandSocket browser;
    private final AtomicInteger tabs = new AtomicInteger();
    private @Nullable String active;

    private ChromiumProcess(String url, Duration patience) {
        this.url = URI.create(url);
        this.patience = patience;
        this.browser = new CommandSocket(url, ChromiumProcess::refusal, event -> {}, patience);
    }

    static ChromiumProcess start(ChromiumLaunch launch, Duration patience) {
        // A process group of its own: it can be ended as one, and a terminal's Ctrl-C does not reach it.
        List<String> command =
                new ArrayList<>(List.of("setsid", launch.engine().executable().toString()));
        command.addAll(launch.flags());
        command.add("--user-data-dir=" + launch.userData());
        command.add("--remote-debugging-port=0");
        if (!launch.headed()) {
            command.add("--headless");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String url = DebuggingUrl.of(process, LISTENING, launch.name());
            launch.processes().look();
            return new ChromiumProcess(url, patience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that it starts with. */
    CdpControl firstTab() {
        return pages().stream().findFirst().map(this::tab).orElseGet(this::openTab);
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>();
        for (JsonNode target : browser.send("Target.getTargets", Map.of()).path("targetInfos")) {
            if (target.path("type").asText().equals("page")) {
                pages.add(target.path("targetId").asText());
            }
        }
        return pages;
    }

    CdpControl openTab() {
        return tab(browser.send("Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText());
    }

    private CdpControl tab(String target) {
        tabs.incrementAndGet();
        active = target;
        return new CdpControl(this, target);
    }

    CommandSocket connect(String target, Consumer<JsonNode> events) {
        return new CommandSocket(
                "ws://" + url.getAuthority() + "/devtools/page/" + target, ChromiumProcess::refusal, events, patience);
    }

    private static Optional<String> refusal(JsonNode answer) {
        JsonNode error = answer.path("error");
        return error.isMissingNode()
                ? Optional.empty()
                : Optional.of(error.path("message").asText(error.toString()));
    }

    /** Keys and clicks go astray in a tab that is not in front. */
    void activate(String target) {
        if (!target.equals(active)) {
            browser.send("Target.activateTarget", Map.of("targetId", target));
            active = target;
        }
    }

    void closeTab(String target) {
        tabs.decrementAndGet();
        browser.send("Target.closeTarget", Map.of("targetId", target));
    }

    /**
     * Returns when the others are gone.
     *
     * @param pause between two looks
     */
    void closeAllBut(String target, Runnable pause) {
        List<String> others = others(target);
        others.forEach(other -> browser.send("Target.closeTarget", Map.of("targetId", other)));
        while (!others(target).isEmpty()) {
            pause.run();
        }
        tabs.set(1);
        active = target;
    }

    private List<String> others(String target) {
        return pages().stream().filter(page -> !page.equals(target)).toList();
    }

    int tabs() {
        return tabs.get();
    }

    Duration patience() {
        return patience;
    }

    /** Asks it to end as a person does, so that it writes to disk what it wants to keep. */
    void quit() {
        try {
            browser.send("Browser.close", Map.of());
        } catch (ControlException e) {
            // It has begun to end already; whoever asked waits for the processes and ends what stays.
        } finally {
            browser.close();
        }
    }
}
