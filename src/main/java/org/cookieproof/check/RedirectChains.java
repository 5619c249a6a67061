package org.cookieproof.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;

/** Which requests followed which redirects, told from Location and the order of requests. */
final class RedirectChains {

    private static final int NOBODY = -1;

    private RedirectChains() {}

    /** Every chain of at least one followed redirect, from the first redirecting exchange to the last one reached. */
    static List<List<Exchange>> in(Recording recording) {
        List<Exchange> exchanges = recording.exchanges();
        int[] leader = leaders(exchanges);
        // A follower comes later than its leader, so one pass from the front finds every chain's head first.
        Map<Integer, List<Exchange>> chainOf = new HashMap<>();
        List<List<Exchange>> chains = new ArrayList<>();
        for (int i = 0; i < leader.length; i++) {
            if (leader[i] == NOBODY) {
                continue;
            }
            List<Exchange> chain = chainOf.get(leader[i]);
            if (chain == null) {
                chain = new ArrayList<>(List.of(exchanges.get(leader[i])));
                chains.add(chain);
            }
            chain.add(exchanges.get(i));
            chainOf.put(i, chain);
        }
        return chains;
    }

    /** Where a response sends its user agent; empty when it is no redirect or its Location cannot be read. */
    static Optional<Url> target(Exchange exchange) {
        return exchange.answer()
                .filter(Response::isRedirect)
                .flatMap(r -> r.headers().first("Location"))
                .flatMap(location -> resolve(exchange.url(), location));
    }

    private static Optional<Url> resolve(Url base, String location) {
        try {
            return Optional.of(base.resolve(location.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // hostile or for another scheme: nobody of ours can follow it
        }
    }

    /** For each exchange the index of the redirect that it followed. */
    private static int[] leaders(List<Exchange> exchanges) {
        int[] leader = new int[exchanges.size()];
        Arrays.fill(leader, NOBODY);
        Map<Awaited, List<Integer>> awaited = new HashMap<>();
        for (int i = 0; i < leader.length; i++) {
            Exchange exchange = exchanges.get(i);
            List<Integer> from = awaited.get(new Awaited(isHarness(exchange), exchange.url()));
            if (from != null && !from.isEmpty()) {
                leader[i] = from.remove(from.size() - 1);
            }
            Optional<Url> target = target(exchange);
            if (target.isPresent()) {
                awaited.computeIfAbsent(new Awaited(isHarness(exchange), target.get()), a -> new ArrayList<>())
                        .add(i);
            }
        }
        return leader;
    }

    private static boolean isHarness(Exchange exchange) {
        return exchange.sender() == Exchange.Sender.HARNESS;
    }

    private record Awaited(boolean harness, Url url) {}
}
