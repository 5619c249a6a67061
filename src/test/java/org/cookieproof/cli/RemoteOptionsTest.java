package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.selenium.GridProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a Selenium Grid before anything runs. */
class RemoteOptionsTest {

    @TempDir
    private Path home;

    private MoodyProject project;
    private HttpServer hub;
    private volatile String status = "";
    private volatile int code = 200;

    @BeforeEach
    void start() throws IOException {
        project = new MoodyProject(home);
        project.write(
                "browsers/at-grid.yaml",
                "profile: At a Grid\nkind: browser\ndriver: selenium\nsettings: { engine: chromium }\ncan: [redirects]\n");
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/status", exchange -> {
            byte[] body = status.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + hub.getAddress().getPort();
    }

    private static String node(String availability, int most, String... browsers) {
        StringBuilder slots = new StringBuilder();
        for (String browser : browsers) {
            slots.append(slots.isEmpty() ? "" : ",")
                    .append("{\"stereotype\":{\"browserName\":\"")
                    .append(browser)
                    .append("\"}}");
        }
        return "{\"availability\":\"" + availability + "\",\"maxSessions\":" + most + ",\"slots\":[" + slots + "]}";
    }

    private void says(String... nodes) {
        status = "{\"value\":{\"ready\":true,\"message\":\"Selenium Grid ready.\",\"nodes\":[" + String.join(",", nodes)
                + "]}}";
    }

    @Test
    void countsTheSlotsOfNodesThatAreUpAndHaveAChromium() {
        says(
                node("UP", 2, "chrome", "chrome", "chrome", "firefox"),
                node("UP", 5, "firefox", "chromium"),
                node("DOWN", 5, "chrome"),
                node("DRAINING", 5, "chrome"));
        assertThat(GridProbe.slots(URI.create(url() + "/"))).isEqualTo(2);
    }

    /** The hub compares names by their letters: who asks for chrome never gets a slot that is called otherwise. */
    @Test
    void aGridWithoutAChromiumIsNoUse() {
        says(node("UP", 2, "firefox", "chromium"));
        assertThatThrownBy(() -> GridProbe.slots(URI.create(url())))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("has no node that is up and has a slot for chrome (it has: chromium, firefox;");
    }

    @Test
    void aHubThatAsksWhoIsThereIsNoOtherServer() {
        code = 401;
        assertThatThrownBy(() -> GridProbe.slots(URI.create(url())))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("--remote http://USER:PASSWORD@HOST:4444");
    }

    @Test
    void aHubThatIsNotThereEndsTheRunBeforeItBegins() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        assertThat(project.cookieproof("run", "--remote", "http://user:secret@127.0.0.1:" + nobody))
                .isEqualTo(3);
        assertThat(project.err.toString())
                .contains("no Selenium Grid answers at http://127.0.0.1:" + nobody)
                .contains("Start its hub, or leave out --remote")
                .doesNotContain("secret");
        assertThat(home.resolve("reports")).doesNotExist();
    }

    @Test
    void soDoesAnythingElseThatAnswersThere() {
        status = "<!DOCTYPE html><title>Not a Grid</title>";
        assertThat(project.cookieproof("run", "--remote", url())).isEqualTo(3);
        assertThat(project.err.toString()).contains("what answers at " + url() + " is no Selenium Grid");
    }

    @Test
    void whatIsNoUrlOfAHubIsToldSo() {
        assertThat(project.cookieproof("run", "--remote", "hub:4444")).isEqualTo(2);
        assertThat(project.err.toString()).contains("--remote takes the URL of a Selenium Grid's hub");
    }

    @Test
    void nodesElsewhereCannotReachLoopback() {
        assertThat(project.cookieproof("run", "--remote", "http://192.0.2.1:4444"))
                .isEqualTo(2);
        assertThat(project.err.toString()).contains("say with --tap-address which of its addresses they reach");
    }

    @Test
    void aTapAddressMustBeOneOfThisMachines() {
        says(node("UP", 1, "chrome"));
        for (String not : new String[] {"192.0.2.1", "0.0.0.0"}) {
            assertThat(project.cookieproof("run", "--remote", url(), "--tap-address", not))
                    .isEqualTo(2);
            assertThat(project.err.toString()).contains("'" + not + "' is none");
        }
        assertThat(project.cookieproof("run", "--tap-address", "127.0.0.1")).isEqualTo(2);
        assertThat(project.err.toString()).contains("say with --remote URL which");
    }

    @Test
    void aRunWithoutAProfileThatAGridCanHaveIsAMistake() {
        assertThat(project.cookieproof("run", "--profile", "okhttp", "--remote", url()))
                .isEqualTo(2);
        assertThat(project.err.toString())
                .contains("no cell of this run is of a profile that a Selenium Grid can play");
    }
}
