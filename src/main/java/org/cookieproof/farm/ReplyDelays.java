package org.cookieproof.farm;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cookieproof.farm.session.Delay;

/** How late each host answers, in real time. */
final class ReplyDelays {

    private final Delay everywhere = new Delay();
    private final Map<String, Delay> byHost = new ConcurrentHashMap<>();

    /** @param host empty for all */
    void set(Optional<String> host, Duration by) {
        host.map(h -> byHost.computeIfAbsent(h, key -> new Delay()))
                .orElse(everywhere)
                .set(by);
    }

    void mend() {
        everywhere.mend();
        byHost.values().forEach(Delay::mend);
    }

    void await(String host) {
        everywhere.await();
        Delay delay = byHost.get(host);
        if (delay != null) {
            delay.await();
        }
    }
}
