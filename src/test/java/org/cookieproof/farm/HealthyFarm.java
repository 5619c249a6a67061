package org.cookieproof.farm;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A healthy farm for one test, with browsers whose every exchange must keep the invariants. */
abstract class HealthyFarm {

    static final String EN = "en.wikipedia.test";
    static final String DE = "de.wikipedia.test";
    static final String SOURCE = "www.wikisource.test";
    static final String CENTRAL = "login.wikimedia.test";

    final TestClock clock = new TestClock();
    final Farm farm = Farm.start(settings(FarmSettings.defaults().withClock(clock)));
    private final List<TestBrowser> browsers = new ArrayList<>();

    FarmSettings settings(FarmSettings defaults) {
        return defaults.withAccountCount(16);
    }

    Account account(int index) {
        return farm.accounts().get(index);
    }

    Account alice() {
        return account(0);
    }

    TestBrowser browser() {
        TestBrowser browser = new TestBrowser(farm, clock);
        browsers.add(browser);
        return browser;
    }

    @AfterEach
    void invariantsHoldAndTheFarmStops() {
        farm.close();
        browsers.forEach(browser -> browser.seen().forEach(WireInvariants::check));
    }
}
