package org.cookieproof.driver.htmlunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cookieproof.driver.UserAgentBrokenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OwnThreadTest {

    private final OwnThread thread = new OwnThread("a library", Duration.ofMillis(100));
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** As a library does that does not heed interrupts. */
    private String hang() {
        while (closed.getCount() > 0) {
            Thread.onSpinWait();
        }
        over.countDown();
        return "over";
    }

    @Test
    void whatHangsIsClosedAllTheSame() throws InterruptedException {
        assertThatThrownBy(() -> thread.act(this::hang))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("has not come to an end");
        assertThatThrownBy(() -> thread.act(() -> "more"))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessage("a library still hangs");
        thread.close(closed::countDown);
        over.await();
        assertThat(closed.getCount()).isZero();
    }

    @Test
    void whatDoesNotHangIsClosedByItself() {
        assertThat(thread.act(() -> Thread.currentThread().getName())).isEqualTo("a library");
        thread.close(closed::countDown);
        assertThat(closed.getCount()).isZero();
    }
}
