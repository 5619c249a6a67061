package org.cookieproof.target.mediawiki;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;

/**
 * The wikis of one target, and who stands beside them.
 *
 * @param wikis  the first is where the others' databases come from; at least one
 * @param canary a host of somebody else's, which serves one page that is the same for everybody
 */
record MediaWikiFamily(List<Wiki> wikis, Optional<String> canary) {

    /** After Wikimedia's own, so that the cookies' names are familiar. */
    private static final Map<Role, String> DATABASES = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            Role.FIRST, "enwiki",
            Role.SIBLING, "dewiki",
            Role.OTHER, "sourceswiki",
            Role.PARENT, "apexwiki")));

    MediaWikiFamily {
        wikis = List.copyOf(wikis);
        canary.ifPresent(Wiki::requireHost);
        if (wikis.isEmpty()) {
            throw new IllegalArgumentException("a family of wikis needs one at least: the role 'first'");
        }
    }

    /** @throws IllegalArgumentException where a role cannot be had, or is given to no host name */
    static MediaWikiFamily of(Sites sites) {
        if (sites.host(Role.CENTRAL).isPresent()) {
            throw new IllegalArgumentException(
                    "Debian's MediaWiki has no CentralAuth, so no host can be 'central': leave"
                            + " the role out, and its scenarios are not run");
        }
        List<Wiki> wikis = new ArrayList<>();
        for (Map.Entry<Role, String> database : DATABASES.entrySet()) {
            sites.host(database.getKey()).ifPresent(host -> wikis.add(new Wiki(host, database.getValue())));
        }
        return new MediaWikiFamily(wikis, sites.host(Role.FOREIGN));
    }

    Wiki first() {
        return wikis.get(0);
    }

    /** Every name that must have a certificate and answer. */
    List<String> hosts() {
        return Stream.concat(wikis.stream().map(Wiki::host), canary.stream()).toList();
    }
}
