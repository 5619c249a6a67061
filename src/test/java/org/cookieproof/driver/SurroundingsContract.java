package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.silent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.Test;

/** Proxy, trust, patience, and the processes behind a user agent. */
interface SurroundingsContract {

    ContractBench bench();

    /** Whether there are processes to be killed and to be left behind. */
    boolean runsProcesses();

    /** Long enough to start and to open a page that answers, short enough to wait for. */
    Duration shortPatience();

    /** Many user agents leave out a proxy for loopback addresses unless told otherwise. */
    @Test
    default void neverConnectsPastTheProxy() {
        Url direct = new Url(Scheme.HTTP, "127.0.0.1", bench().server().port(), "/direct");
        bench().on(direct, html("<p>Direct"));
        try (UserAgentSession session = bench().open()) {
            Page page = session.open(direct);
            assertThat(page.html()).doesNotContain("Direct");
        }
        assertThat(bench().requests()).noneMatch(r -> r.getUrl().equals("/direct"));
    }

    @Test
    default void refusesACertificateFromACaThatItDoesNotTrust() throws Exception {
        bench().on(first("/secret"), html("<p>Secret"));
        try (UserAgentSession session = bench().openTrustingAStranger()) {
            Page page = session.open(first("/secret"));
            assertThat(page.error()).isPresent();
            assertThat(page.html()).doesNotContain("Secret");
        }
        assertThat(bench().requestsFor(first("/secret"))).isEmpty();
    }

    @Test
    default void losesPatienceWithAServerThatNeverAnswers() {
        try (UserAgentSession session = bench().open(shortPatience())) {
            assertThatThrownBy(() -> session.open(silent())).isInstanceOf(UserAgentBrokenException.class);
        }
    }

    @Test
    default void noticesThatItsProcessWasKilled() throws Exception {
        if (!runsProcesses()) {
            leavesNoProcessBehind(); // and starts none that could be killed
            return;
        }
        bench().on(first("/alive"), html("<p>Alive"));
        Set<Long> before = pids();
        AtomicBoolean done = new AtomicBoolean();
        try (UserAgentDriver driver = bench().freshDriver();
                UserAgentSession session =
                        driver.open(bench().profile(), bench().surroundings(Duration.ofMinutes(2)))) {
            session.open(first("/alive"));
            CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    ProcessHandle.current()
                            .descendants()
                            .filter(p -> !before.contains(p.pid()))
                            .forEach(ProcessHandle::destroyForcibly);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                }
            });
            assertThatThrownBy(() -> session.open(silent())).isInstanceOf(UserAgentBrokenException.class);
            done.set(true);
            killer.join();
        } finally {
            done.set(true);
        }
    }

    @Test
    default void leavesNoProcessBehind() throws Exception {
        bench().on(first("/alive"), html("<p>Alive"));
        Set<Long> before = pids();
        List<ProcessHandle> started;
        try (UserAgentDriver driver = bench().freshDriver();
                UserAgentSession session =
                        driver.open(bench().profile(), bench().surroundings(Duration.ofMinutes(2)))) {
            session.open(first("/alive"));
            started = ProcessHandle.current()
                    .descendants()
                    .filter(p -> !before.contains(p.pid()))
                    .toList();
        }
        if (!runsProcesses()) {
            assertThat(started).isEmpty();
        }
        for (ProcessHandle process : started) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private static Set<Long> pids() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
