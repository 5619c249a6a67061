package org.cookieproof.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every session store does, wherever it keeps its values. */
abstract class SessionStoreContract {

    private static final StoreKey KEY = StoreKey.of("enwiki", "MWSession", "a");
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private final SessionStore store = open(now::get);

    /** An empty store that goes by this clock. */
    abstract SessionStore open(InstantSource clock);

    @Test
    void hasNothingUnderAKeyThatWasNeverWritten() {
        assertThat(store.get(KEY)).isEmpty();
        assertThat(store.take(KEY)).isEmpty();
    }

    @Test
    void givesBackWhatWasWrittenByteByByte() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        store.put(KEY, all, HOUR);
        assertThat(store.get(KEY)).contains(all);
        assertThat(store.get(KEY)).contains(all);
    }

    @Test
    void letsTheLastWriteWin() {
        write("first");
        write("second");
        assertThat(read()).contains("second");
    }

    @Test
    void keepsKeysApart() {
        write("mine");
        assertThat(store.get(StoreKey.of("enwiki", "MWSession", "A"))).isEmpty();
        assertThat(store.get(StoreKey.of("dewiki", "MWSession", "a"))).isEmpty();
    }

    @Test
    void endsAValueWhenItsLifeIsOver() {
        write("mine");
        advance(HOUR.minusMillis(1));
        assertThat(read()).contains("mine");
        advance(Duration.ofMillis(1));
        assertThat(read()).isEmpty();
        assertThat(store.take(KEY)).isEmpty();
    }

    @Test
    void renewsAValueByWritingIt() {
        write("mine");
        advance(Duration.ofMinutes(50));
        write("mine");
        advance(Duration.ofMinutes(50));
        assertThat(read()).contains("mine");
    }

    @Test
    void doesNotRenewAValueByReadingIt() {
        write("mine");
        advance(Duration.ofMinutes(50));
        assertThat(read()).contains("mine");
        advance(Duration.ofMinutes(10));
        assertThat(read()).isEmpty();
    }

    @Test
    void deletesAndDoesNotMindWhatIsNotThere() {
        write("mine");
        store.delete(KEY);
        store.delete(KEY);
        assertThat(read()).isEmpty();
    }

    @Test
    void takesAValueOnce() {
        write("mine");
        assertThat(store.take(KEY).map(SessionStoreContract::text)).contains("mine");
        assertThat(store.take(KEY)).isEmpty();
        assertThat(read()).isEmpty();
    }

    @Test
    void handsOutAndKeepsCopies() {
        byte[] mine = "mine".getBytes(UTF_8);
        store.put(KEY, mine, HOUR);
        mine[0] = 'X';
        store.get(KEY).orElseThrow()[0] = 'Y';
        assertThat(read()).contains("mine");
    }

    @Test
    void refusesALifeThatIsNone() {
        assertThatThrownBy(() -> store.put(KEY, new byte[] {1}, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put(KEY, new byte[] {1}, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesAValueToOneOfManyTakers() throws Exception {
        ExecutorService takers = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 100; round++) {
                write("mine");
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Optional<byte[]>>> taken = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    taken.add(takers.submit(() -> {
                        start.await();
                        return store.take(KEY);
                    }));
                }
                start.countDown();
                int winners = 0;
                for (Future<Optional<byte[]>> one : taken) {
                    winners += one.get().isPresent() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            takers.shutdownNow();
        }
    }

    private void write(String text) {
        store.put(KEY, text.getBytes(UTF_8), HOUR);
    }

    private Optional<String> read() {
        return store.get(KEY).map(SessionStoreContract::text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }
}
