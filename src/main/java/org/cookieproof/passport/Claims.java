package org.cookieproof.passport;

import java.util.EnumSet;
import java.util.Set;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;

/** What a profile's {@code can:} claims, with what follows from it. */
final class Claims {

    private Claims() {}

    static Set<Capability> of(Profile profile) {
        Set<Capability> claims = EnumSet.noneOf(Capability.class);
        claims.addAll(profile.can());
        if (claims.contains(Capability.THIRD_PARTY_COOKIES)) {
            claims.add(Capability.THIRD_PARTY_COOKIES_SENT); // what is stored there is sent there
        }
        return claims;
    }
}
