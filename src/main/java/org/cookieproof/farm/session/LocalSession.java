package org.cookieproof.farm.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;

/**
 * A session of one wiki, as stored.
 *
 * @param userId    0 for an anonymous one
 * @param userToken the account's global token when the session began; empty for an anonymous one
 * @param remember  whether the user wants to stay signed in over restarts
 * @param secret    what its CSRF and login tokens are made of
 * @param data      what pages keep in it
 * @param expires   when it ends unless renewed, in milliseconds since the epoch
 */
public record LocalSession(
        String id,
        String wiki,
        long userId,
        String userToken,
        boolean remember,
        String secret,
        Map<String, String> data,
        long expires) {

    public LocalSession {
        data = Map.copyOf(data);
    }

    public boolean isAnonymous() {
        return userId == 0;
    }

    /** Whether it is this account's and began under the account's present token. */
    boolean isLiveFor(UserAccount account) {
        return userId == account.id() && account.holds(userToken);
    }

    public Optional<String> datum(String key) {
        return Optional.ofNullable(data.get(key));
    }

    LocalSession withDatum(String key, String value) {
        Map<String, String> more = new HashMap<>(data);
        more.put(key, value);
        return new LocalSession(id, wiki, userId, userToken, remember, secret, more, expires);
    }

    LocalSession withoutDatum(String key) {
        Map<String, String> less = new HashMap<>(data);
        less.remove(key);
        return new LocalSession(id, wiki, userId, userToken, remember, secret, less, expires);
    }

    LocalSession withSecret(String other) {
        return new LocalSession(id, wiki, userId, userToken, remember, other, data, expires);
    }

    LocalSession expiringAt(long end) {
        return new LocalSession(id, wiki, userId, userToken, remember, secret, data, end);
    }
}
