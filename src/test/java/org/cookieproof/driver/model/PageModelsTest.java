package org.cookieproof.driver.model;

import org.junit.jupiter.api.Nested;

/** Every model with pages; those of the app, which has none, have tests of their own. */
class PageModelsTest {

    @Nested
    class Standard extends ModelContract {
        Standard() {
            super("rfc6265bis");
        }
    }

    @Nested
    class SafariOnIos12 extends ModelContract {
        SafariOnIos12() {
            super("safari-ios-12");
        }
    }

    @Nested
    class SafariOnMacOs1014 extends ModelContract {
        SafariOnMacOs1014() {
            super("safari-macos-10-14");
        }
    }

    @Nested
    class UcBrowser extends ModelContract {
        UcBrowser() {
            super("uc-browser-12-13-0");
        }
    }

    @Nested
    class InternetExplorer8 extends ModelContract {
        InternetExplorer8() {
            super("internet-explorer-8");
        }
    }

    @Nested
    class JarOf50 extends ModelContract {
        JarOf50() {
            super("jar-of-50");
        }
    }

    @Nested
    class JarOf20ADomain extends ModelContract {
        JarOf20ADomain() {
            super("jar-of-20-a-domain");
        }
    }

    @Nested
    class ClockYearBehind extends ModelContract {
        ClockYearBehind() {
            super("clock-year-behind");
        }
    }

    @Nested
    class ClockHourBehind extends ModelContract {
        ClockHourBehind() {
            super("clock-hour-behind");
        }
    }

    @Nested
    class ClockHourAhead extends ModelContract {
        ClockHourAhead() {
            super("clock-hour-ahead");
        }
    }

    @Nested
    class Clock13MonthsAhead extends ModelContract {
        Clock13MonthsAhead() {
            super("clock-13-months-ahead");
        }
    }

    @Nested
    class ShuffledOrder extends ModelContract {
        ShuffledOrder() {
            super("shuffled-order");
        }
    }
}
