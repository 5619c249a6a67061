package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.cookieproof.http.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60) // of what waits for the tap
@SuppressWarnings("StringConcatToTextBlock") // octets are meant, and their line ends are CR LF
class RateLimitTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L); // nanoTime may overflow
    private final RateLimit fourASecond = new RateLimit(4, now::get);

    @Test
    void thoseThatComeTogetherAreSpacedEvenly() {
        assertThat(fourASecond.takeTurn()).isZero();
        assertThat(fourASecond.takeTurn()).isEqualTo(Duration.ofMillis(250));
        assertThat(fourASecond.takeTurn()).isEqualTo(Duration.ofMillis(500));
        now.addAndGet(300_000_000);
        assertThat(fourASecond.takeTurn()).isEqualTo(Duration.ofMillis(450));
    }

    @Test
    void whoComesSlowlyEnoughDoesNotWait() {
        for (int i = 0; i < 10; i++) {
            assertThat(fourASecond.takeTurn()).isZero();
            now.addAndGet(250_000_000);
        }
    }

    @Test
    void quietSavesNothingUpForABurst() {
        assertThat(fourASecond.takeTurn()).isZero();
        now.addAndGet(60_000_000_000L);
        assertThat(fourASecond.takeTurn()).isZero();
        assertThat(fourASecond.takeTurn()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aRateBelowOneIsLongerThanASecond() {
        RateLimit slow = new RateLimit(0.5, now::get);
        slow.takeTurn();
        assertThat(slow.takeTurn()).isEqualTo(Duration.ofSeconds(2));
        assertThatThrownBy(() -> new RateLimit(0, now::get)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A clock that stands still: each wait is as long as the turns before it, and none is skipped. */
    @Test
    void theTapDelaysAndDropsNothing() throws Exception {
        RateLimit limit = new RateLimit(200, now::get);
        try (Bench bench = Bench.with(settings -> settings.limitedBy(Optional.of(limit)))) {
            try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
                for (int i = 0; i < 4; i++) { // all written before the first is answered
                    agent.send("POST http://first.test/" + i
                            + " HTTP/1.1\r\nHost: first.test\r\nContent-Length: 3\r\n\r\nabc");
                }
                for (int i = 0; i < 4; i++) {
                    assertThat(agent.readHead()).startsWith("HTTP/1.1 200 ");
                    assertThat(agent.read(2)).isEqualTo("ok");
                }
            }
            assertThat(bench.http.requests()).hasSize(4).allMatch(r -> r.endsWith("\r\n\r\nabc"));
            assertThat(bench.lease.recording().exchanges()).hasSize(4);
            assertThat(limit.takeTurn()).isEqualTo(Duration.ofMillis(4 * 5));
        }
    }

    /** Nothing but the user agent's patience would end it, since what a scheduled task throws is told to nobody. */
    @Test
    void aRequestWhoseTurnCannotBeUsedEndsItsConnectionAndLeavesQuiet() throws Exception {
        RateLimit limit = new RateLimit(200, now::get);
        limit.takeTurn(); // the next has to wait
        Condition tooDeep = new Condition.Path(Pattern.compile("/((a|b)|(c|d))*e"));
        WireRule rule = new WireRule("deep", new When(tooDeep), List.of(new Rewrite.AddHeader("X", "1")));
        try (Bench bench = Bench.with(settings -> settings.limitedBy(Optional.of(limit)));
                TapLease lease = bench.tap.lease(List.of(rule));
                RawUserAgent agent = RawUserAgent.connect(lease.address())) {
            agent.send("GET http://first.test/" + "ab".repeat(3500) + " HTTP/1.1\r\nHost: first.test\r\n\r\n");
            assertThat(agent.readAll()).isEmpty();
            assertThat(lease.awaitQuiet(Duration.ZERO, Duration.ofSeconds(20))).isTrue();
            assertThat(lease.recording().exchanges())
                    .singleElement()
                    .satisfies(e -> assertThat(e.failure()).startsWith("the rules of the wire cannot be applied: "));
            assertThat(bench.http.requests()).isEmpty();
        }
    }

    @Test
    void aRequestThatWaitsIsNoQuietAndOneThatNobodyWaitsForIsNotSent() throws Exception {
        RateLimit limit = new RateLimit(0.001, now::get);
        limit.takeTurn(); // the next is a quarter of an hour away
        try (Bench bench = Bench.with(settings -> settings.limitedBy(Optional.of(limit)))) {
            long before = bench.lease.begun();
            try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
                agent.send("GET http://first.test/ HTTP/1.1\r\nHost: first.test\r\n\r\n");
                while (bench.lease.begun() == before) {
                    Thread.onSpinWait();
                }
                assertThat(bench.lease.awaitQuiet(Duration.ZERO, Duration.ofMillis(20)))
                        .isFalse();
            }
            assertThat(bench.lease.awaitQuiet(Duration.ZERO, Duration.ofSeconds(20)))
                    .isTrue();
            assertThat(bench.http.requests()).isEmpty();
            assertThat(bench.lease.recording().exchanges()).isEmpty();
        }
    }
}
