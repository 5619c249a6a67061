package org.cookieproof.tap;

import java.util.concurrent.atomic.AtomicLong;

/** So much may be taken in all, by whoever comes first. Safe for several threads. */
final class Allowance {

    private final AtomicLong left;

    Allowance(long whole) {
        left = new AtomicLong(whole);
    }

    /** @return how much of it there was */
    int take(int wanted) {
        if (wanted <= 0) {
            return 0;
        }
        long before = left.getAndUpdate(l -> l - Math.min(l, wanted));
        return (int) Math.min(before, wanted);
    }

    boolean isUsedUp() {
        return left.get() <= 0;
    }
}
