package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Every account's whole life at once: cells run in parallel, each with an account of its own. */
final class ManyAccountsTest extends HealthyFarm {

    @Override
    FarmSettings settings(FarmSettings defaults) {
        return defaults;
    }

    @Test
    void hasFortyEightAccountsWithNamesOfTheirOwn() {
        assertThat(farm.accounts()).hasSize(48);
        assertThat(new HashSet<>(farm.accounts())).hasSize(48);
        assertThat(farm.accounts()).extracting(Account::name).contains("Alice", "Zoë O'Neil, jr. (é&=) 7");
        assertThat(farm.accounts().get(0).toString())
                .doesNotContain(farm.accounts().get(0).password());
    }

    @Test
    void encodesAnAwkwardNameInCookiesAsPhpDoes() {
        TestBrowser browser = browser();
        Exchange page = browser.logIn("https", EN, account(6), false);
        assertThat(page.user()).contains("Zoë O'Neil, jr. (é&=) 7");
        assertThat(page.sent()).contains("centralauth_User=Zo%C3%AB%20O%27Neil%2C%20jr.%20%28%C3%A9%26%3D%29%207");
    }

    @Test
    void keepsParallelUsersApart() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<?>> lives = new ArrayList<>();
            for (Account account : farm.accounts()) {
                TestBrowser browser = browser();
                lives.add(threads.submit(() -> live(browser, account)));
            }
            for (Future<?> life : lives) {
                life.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void live(TestBrowser browser, Account account) {
        Exchange page = browser.logIn("https", EN, account, true);
        assertThat(page.user()).contains(account.name());
        browser.fetchImages(page);
        for (String host : List.of(EN, DE, SOURCE, CENTRAL)) {
            assertThat(browser.get("https://" + host + "/wiki/Main_Page").user())
                    .contains(account.name());
        }
        browser.fetchImages(browser.logOut("https", SOURCE));
        for (String host : List.of(EN, DE, SOURCE, CENTRAL)) {
            assertThat(browser.get("https://" + host + "/wiki/Main_Page").user())
                    .isEmpty();
        }
    }

    @Test
    void letsManyTabsOfOneUserOpenASiblingAtOnce() throws Exception {
        TestBrowser browser = browser();
        browser.logIn("https", EN, account(0), false);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Exchange>> views = new ArrayList<>();
            for (int tab = 0; tab < 24; tab++) {
                TestBrowser other = browser();
                other.useJar(browser.jar().copy());
                views.add(threads.submit(() -> {
                    other.get("https://" + DE + "/wiki/Main_Page");
                    return other.get("https://" + DE + "/wiki/Sandbox");
                }));
            }
            for (Future<Exchange> view : views) {
                assertThat(view.get().user()).contains("Alice");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
