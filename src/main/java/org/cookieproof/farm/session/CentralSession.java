package org.cookieproof.farm.session;

import org.cookieproof.farm.account.UserAccount;

/**
 * A session of the whole farm, as stored.
 *
 * @param userToken the account's global token when the session began
 * @param pending   a stub: made at the central wiki during a login, of no worth until the login is complete
 * @param expires   when it ends unless renewed, in milliseconds since the epoch
 */
public record CentralSession(
        String id, long userId, String userToken, boolean remember, boolean pending, long expires) {

    public boolean isOf(UserAccount account) {
        return userId == account.id();
    }

    CentralSession expiringAt(long end) {
        return new CentralSession(id, userId, userToken, remember, pending, end);
    }
}
