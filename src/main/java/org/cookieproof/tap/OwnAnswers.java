package org.cookieproof.tap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;

/** What the tap offers by itself during one lease. */
final class OwnAnswers {

    private final Map<Url, OwnAnswer> offered = new ConcurrentHashMap<>();
    private final List<Blocked> blocked = new CopyOnWriteArrayList<>();

    private record Blocked(Set<String> hosts, Pattern found) {
        Blocked {
            hosts = Set.copyOf(hosts);
        }

        boolean meets(Url url) {
            return hosts.contains(url.host()) && found.matcher(url.target()).find();
        }
    }

    static boolean areFor(Url url) {
        return url.path().startsWith(OwnAnswer.RESERVED);
    }

    void block(Set<String> hosts, Pattern found) {
        blocked.add(new Blocked(hosts, found));
    }

    boolean block(Url url) {
        return blocked.stream().anyMatch(b -> b.meets(url));
    }

    /** The offers of a lease are numbered, so that no user agent takes one for another that it has seen before. */
    synchronized Url offer(Scheme scheme, String host, String name, OwnAnswer answer) {
        Url url = Url.of(scheme, host, OwnAnswer.RESERVED + (offered.size() + 1) + "/" + name);
        offered.put(url, answer);
        return url;
    }

    OwnAnswer to(Url url) {
        return !areFor(url)
                ? OwnAnswer.BLOCKED
                : offered.getOrDefault(Url.of(url.scheme(), url.host(), url.path()), OwnAnswer.NOT_FOUND);
    }
}
