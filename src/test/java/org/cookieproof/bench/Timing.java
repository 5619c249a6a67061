package org.cookieproof.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of one thing that was done many times. */
record Timing(List<Duration> each) {

    Timing {
        each = each.stream().sorted().toList();
    }

    Timing and(Timing other) {
        List<Duration> both = new ArrayList<>(each);
        both.addAll(other.each);
        return new Timing(both);
    }

    double medianMillis() {
        return each.get(each.size() / 2).toNanos() / 1e6;
    }

    double meanMillis() {
        return each.stream().mapToLong(Duration::toNanos).average().orElseThrow() / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "median %.1f ms, mean %.1f ms (n = %d)", medianMillis(), meanMillis(), each.size());
    }
}
