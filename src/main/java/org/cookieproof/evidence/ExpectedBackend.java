package org.cookieproof.evidence;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who must have answered whatever is asked of some hosts, since the requests said so.
 *
 * @param asked   the request field that chooses it: {@code X-Wikimedia-Debug}
 * @param hosts   whose answers must show it
 * @param header  of the answer that tells who gave it
 * @param matches found in that field's value
 */
public record ExpectedBackend(String asked, Set<String> hosts, String header, Pattern matches) {

    public ExpectedBackend {
        Objects.requireNonNull(asked);
        hosts = hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        Objects.requireNonNull(header);
        Objects.requireNonNull(matches);
    }
}
