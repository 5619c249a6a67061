package org.cookieproof.target.keycloak;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The hosts of a deployment, each served over https at its default port.
 *
 * @param identityProvider Keycloak's own
 * @param parties          relying parties, whose pages know who is signed in
 * @param strangers        hosts whose pages know nobody
 */
record KeycloakSites(String identityProvider, List<String> parties, List<String> strangers) {

    KeycloakSites {
        Objects.requireNonNull(identityProvider);
        parties = List.copyOf(parties);
        strangers = List.copyOf(strangers);
        if (parties.isEmpty()) {
            throw new IllegalArgumentException("a Keycloak without a relying party signs nobody in");
        }
    }

    /** All of them, Keycloak's first. */
    List<String> all() {
        return Stream.of(List.of(identityProvider), parties, strangers)
                .flatMap(List::stream)
                .toList();
    }
}
