package org.cookieproof.evidence;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A deliberate deviation of a target from one server invariant.
 *
 * @param check  the id of the check that it excepts
 * @param roles  where; empty means everywhere
 * @param path   request paths (with query) that it covers
 * @param cookie cookie names that it covers, where the check is about a cookie
 */
public record ServerException(
        String check, Set<Role> roles, Pattern path, Pattern cookie, String reason, String source) {

    public ServerException {
        roles = Set.copyOf(roles);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(source);
    }

    public boolean covers(String check, Role role, String target, String cookieName) {
        return this.check.equals(check)
                && (roles.isEmpty() || roles.contains(role))
                && path.matcher(target).find()
                && cookie.matcher(cookieName).matches();
    }
}
