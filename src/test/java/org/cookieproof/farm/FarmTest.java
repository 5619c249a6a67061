package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class FarmTest {

    private final FarmSettings settings = FarmSettings.defaults().withAccountCount(1);

    @Test
    void takesThePortsThatItIsGivenAndGivesThemBack() throws IOException {
        int http = freePort();
        int https = freePort();
        for (int round = 0; round < 2; round++) {
            try (Farm farm = Farm.start(settings.withPorts(http, https))) {
                assertThat(farm.httpPort()).isEqualTo(http);
                assertThat(farm.httpsPort()).isEqualTo(https);
                assertThat(new TestBrowser(farm, new TestClock())
                                .get("https://en.wikipedia.test/robots.txt")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Farm.start(settings.withPorts(taken.getLocalPort(), 0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void sharesNothingWithAnotherFarm() {
        try (Farm one = Farm.start(settings);
                Farm other = Farm.start(settings)) {
            TestClock clock = new TestClock();
            TestBrowser browser = new TestBrowser(one, clock);
            browser.logIn("https", "en.wikipedia.test", one.accounts().get(0), true);
            TestBrowser elsewhere = new TestBrowser(other, clock);
            elsewhere.useJar(browser.jar());
            assertThat(elsewhere.get("https://en.wikipedia.test/wiki/Main_Page").user())
                    .isEmpty();
        }
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThatThrownBy(() -> settings.withAccountCount(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.withPorts(70_000, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
