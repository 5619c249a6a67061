package org.cookieproof.driver.cdp;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The Chromiums that npm ships, year by year. */
@Tag("nightly")
class ChromiumThroughTimeIT {

    @Nested
    class Chromium64 extends CdpDriverContract {
        Chromium64() {
            super("chromium-64", Lack.CACHE_ON_DISK, Lack.REASON_WHY_NOTHING_IS_SHOWN);
        }
    }

    @Nested
    class Chromium65 extends CdpDriverContract {
        Chromium65() {
            super("chromium-65", Lack.CACHE_ON_DISK, Lack.REASON_WHY_NOTHING_IS_SHOWN);
        }
    }

    @Nested
    class Chromium66 extends CdpDriverContract {
        Chromium66() {
            super("chromium-66", Lack.CACHE_ON_DISK, Lack.REASON_WHY_NOTHING_IS_SHOWN);
        }
    }

    @Nested
    class Chromium67 extends CdpDriverContract {
        Chromium67() {
            super("chromium-67", Lack.CACHE_ON_DISK);
        }
    }

    @Nested
    class Chromium69 extends CdpDriverContract {
        Chromium69() {
            super("chromium-69", Lack.CACHE_ON_DISK);
        }
    }

    @Nested
    class Chromium74 extends CdpDriverContract {
        Chromium74() {
            super("chromium-74");
        }
    }

    @Nested
    class Chromium79 extends CdpDriverContract {
        Chromium79() {
            super("chromium-79");
        }
    }

    @Nested
    class Chromium80 extends CdpDriverContract {
        Chromium80() {
            super("chromium-80");
        }
    }

    @Nested
    class Chromium83 extends CdpDriverContract {
        Chromium83() {
            super("chromium-83");
        }
    }

    @Nested
    class Chromium88 extends CdpDriverContract {
        Chromium88() {
            super("chromium-88");
        }
    }

    @Nested
    class Chromium92 extends CdpDriverContract {
        Chromium92() {
            super("chromium-92");
        }
    }

    @Nested
    class Chromium110 extends CdpDriverContract {
        Chromium110() {
            super("chromium-110");
        }
    }

    @Nested
    class Chromium126 extends CdpDriverContract {
        Chromium126() {
            super("chromium-126");
        }
    }

    @Nested
    class Chromium153 extends CdpDriverContract {
        Chromium153() {
            super("chromium-153");
        }
    }

    @Nested
    class Chromium80LaxByDefault extends SettingContract {
        Chromium80LaxByDefault() {
            super("chromium-80-lax-by-default");
        }
    }

    @Nested
    class Chromium83NoneByDefault extends SettingContract {
        Chromium83NoneByDefault() {
            super("chromium-83-none-by-default");
        }
    }

    @Nested
    class Chromium126ThirdPartyBlocked extends SettingContract {
        Chromium126ThirdPartyBlocked() {
            super("chromium-126-third-party-blocked");
        }
    }

    @Nested
    class Chromium153ThirdPartyBlocked extends SettingContract {
        Chromium153ThirdPartyBlocked() {
            super("chromium-153-third-party-blocked");
        }
    }
}
