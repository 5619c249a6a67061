package org.cookieproof.target.keycloak;

import org.cookieproof.target.TargetContract;
import org.junit.jupiter.api.Tag;

/** Six starts, each a quarter of a minute or more, and 177 MB to fetch before the first: not for every change. */
@Tag("nightly")
class KeycloakTargetIT extends TargetContract {

    KeycloakTargetIT() {
        super("keycloak");
    }
}
