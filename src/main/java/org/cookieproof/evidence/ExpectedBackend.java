package org.cookieproof.evidence;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.http.Scheme;

/**
 * Who must have answered whatever is asked of some hosts, since the requests said so.
 *
 * @param asked   the request field that chooses it: {@code X-Wikimedia-Debug}
 * @param hosts   whose answers must show it
 * @param schemes over which requests say so; a secret is not sent over http
 * @param header  of the answer that tells who gave it
 * @param matches found in that field's value
 */
public record ExpectedBackend(String asked, Set<String> hosts, Set<Scheme> schemes, String header, Pattern matches) {

    public ExpectedBackend {
        Objects.requireNonNull(asked);
        hosts = hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        schemes = Set.copyOf(schemes);
        Objects.requireNonNull(header);
        Objects.requireNonNull(matches);
    }
}
