package org.cookieproof.step;

import java.util.Objects;
import java.util.function.Supplier;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;

/**
 * What an expectation is about where it does not say so itself.
 *
 * @param whoAmI asks who is signed in there: the user agent, or the jar that is replayed
 */
public record Focus(Role role, Scheme scheme, Supplier<IdentityReading> whoAmI) {

    public Focus {
        Objects.requireNonNull(role);
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(whoAmI);
    }
}
