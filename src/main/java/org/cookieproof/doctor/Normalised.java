package org.cookieproof.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.SetCookieLine;

/** What a target says, without the names of its hosts and without what is new each time. */
record Normalised(Sites sites) {

    private static final long LIVES_FOR_DAYS = 1;

    /** With the role for the host; of the query only whether there is one. */
    String url(Url from, String location) {
        try {
            Url url = from.resolve(location);
            Optional<Role> role = sites.role(url.host());
            return url.scheme() + "://" + role.map(Role::wireName).orElse(url.host()) + url.path()
                    + url.query().map(q -> "?…").orElse("");
        } catch (IllegalArgumentException e) {
            return location; // leads nowhere, and names no host
        }
    }

    /** Its attributes in alphabetical order; of a lifetime the days. */
    String attributes(SetCookieLine line, Instant received) {
        if (line.deletesAt(received)) {
            return "deleted" + scope(line);
        }
        TreeSet<String> shown = new TreeSet<>();
        if (line.secure()) {
            shown.add("Secure");
        }
        if (line.httpOnly()) {
            shown.add("HttpOnly");
        }
        if (line.partitioned()) {
            shown.add("Partitioned");
        }
        line.raw("SameSite").ifPresent(s -> shown.add("SameSite=" + s));
        shown.add(line.expiryAt(received)
                .map(at -> lifetime(Duration.between(received, at)))
                .orElse("for the session"));
        return String.join("; ", shown) + scope(line);
    }

    private String scope(SetCookieLine line) {
        return line.path().map(p -> "; Path=" + p).orElse("")
                + line.domain().map(d -> "; Domain=" + domain(d)).orElse("");
    }

    /** Of attributes that differ by a second a person wants to hear nothing. */
    private static String lifetime(Duration life) {
        long days = Math.round(life.toSeconds() / 86_400.0);
        return days < LIVES_FOR_DAYS ? "for less than a day" : "for " + days + (days == 1 ? " day" : " days");
    }

    private String domain(String domain) {
        String bare = domain.startsWith(".") ? domain.substring(1) : domain;
        List<Role> below = sites.hosts().entrySet().stream()
                .filter(e -> e.getValue().equals(bare) || e.getValue().endsWith("." + bare))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return below.isEmpty()
                ? bare
                : "that of " + below.stream().map(Role::wireName).collect(Collectors.joining(", "));
    }
}
