package org.cookieproof.target;

import java.util.Locale;

/** What a target may let the harness do to it, or read off it, while it runs. */
public enum Control {
    ADVANCE_CLOCK("put its clock forward"),
    RESET_SESSIONS("reset its sessions"),
    SWITCH_VERSION("switch to another version while it runs"),
    CORRUPT_SESSIONS("corrupt stored sessions"),
    BREAK_STORE("break its session store"),
    SLOW_REPLIES("delay its replies"),
    SLOW_COMMITS("delay its commits"),
    COUNTERS("count the uses of its session store"),
    LOG("show its log");

    private final String says;

    Control(String says) {
        this.says = says;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it lets one do, after "the target does not let anybody". */
    public String says() {
        return says;
    }
}
