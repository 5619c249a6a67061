package org.cookieproof.farm;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A small cookie jar for the farm's tests: enough of RFC 6265bis for what the farm sends, and nothing else. */
final class TestJar {

    private final Map<Scope, Kept> kept = new LinkedHashMap<>();

    private record Scope(String name, String domain, boolean hostOnly) {}

    private record Kept(String value, boolean secure, boolean forSession, Instant end) {}

    void store(String host, boolean https, String line, Instant now) {
        String[] parts = line.split("; ");
        int equals = parts[0].indexOf('=');
        String domain = host;
        boolean hostOnly = true;
        boolean secure = false;
        Instant end = Instant.MAX;
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("domain=.")) {
                domain = parts[i].substring("domain=.".length());
                hostOnly = false;
            } else if (parts[i].startsWith("Max-Age=")) {
                end = now.plus(Duration.ofSeconds(Long.parseLong(parts[i].substring("Max-Age=".length()))));
            } else if (parts[i].equals("secure")) {
                secure = true;
            }
        }
        Scope scope = new Scope(parts[0].substring(0, equals), domain, hostOnly);
        Kept before = kept.get(scope);
        boolean refused = !https && (secure || (before != null && before.secure()));
        if (refused) {
            return;
        }
        if (!end.isAfter(now)) {
            kept.remove(scope);
        } else {
            kept.put(scope, new Kept(parts[0].substring(equals + 1), secure, end.equals(Instant.MAX), end));
        }
    }

    /** The Cookie field, or the empty string. */
    String header(String host, boolean https, Instant now) {
        kept.values().removeIf(c -> !c.end().isAfter(now));
        return kept.entrySet().stream()
                .filter(e -> e.getKey().hostOnly()
                        ? host.equals(e.getKey().domain())
                        : ("." + host).endsWith("." + e.getKey().domain()))
                .filter(e -> https || !e.getValue().secure())
                .map(e -> e.getKey().name() + "=" + e.getValue().value())
                .collect(Collectors.joining("; "));
    }

    Optional<String> value(String domain, String name) {
        return kept.entrySet().stream()
                .filter(e ->
                        e.getKey().name().equals(name) && e.getKey().domain().equals(domain))
                .map(e -> e.getValue().value())
                .findFirst();
    }

    /** What a restart of the browser does. */
    void endSessions() {
        kept.values().removeIf(Kept::forSession);
    }

    void remove(String domain, String name) {
        kept.keySet().removeIf(s -> s.name().equals(name) && s.domain().equals(domain));
    }

    void clear() {
        kept.clear();
    }

    TestJar copy() {
        TestJar copy = new TestJar();
        copy.kept.putAll(kept);
        return copy;
    }
}
