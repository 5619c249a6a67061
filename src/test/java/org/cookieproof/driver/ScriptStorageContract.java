package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether what scripts have stored outlives the browser; what servers have set does in any case. */
public interface ScriptStorageContract {

    ContractBench bench();

    @Test
    default void keepsOverARestartWhatScriptsHaveStoredOnlyWhenItIsDeclaredTo() {
        bench().on(
                        first("/write"),
                        html("<script>localStorage.x = 'stored';"
                                        + "document.cookie = 'script=1; path=/; max-age=1000';"
                                        + "document.cookie = 'gone=1; path=/; max-age=1000';"
                                        + "document.cookie = 'gone=; path=/; max-age=0'</script>")
                                .withHeader("Set-Cookie", "server=1; Path=/; Max-Age=1000"));
        String tell = "<p id=p></p><script>document.getElementById('p').textContent = `x=${localStorage.x}`</script>";
        bench().on(first("/before"), html(tell));
        bench().on(first("/after"), html(tell));
        String after;
        try (UserAgentSession session = bench().openToBeRestarted()) {
            session.open(first("/write"));
            assertThat(session.open(first("/before")).html()).contains("x=stored");
            session.restart();
            after = session.open(first("/after")).html();
        }
        boolean purged = bench().profile().setting("script-storage").equals(Optional.of("purged"));
        assertThat(cookies(bench().onlyRequestFor(first("/before")))).containsExactlyInAnyOrder("script=1", "server=1");
        assertThat(after).contains(purged ? "x=undefined" : "x=stored");
        assertThat(cookies(bench().onlyRequestFor(first("/after"))))
                .containsExactlyInAnyOrderElementsOf(purged ? List.of("server=1") : List.of("script=1", "server=1"));
    }
}
