package org.cookieproof.farm.session;

import java.time.InstantSource;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.wire.Ids;

/** Ends all sessions of an account by giving it another global token. */
public record TokenReset(LogoutCommit commit, Delay slowness, Ids ids, InstantSource clock) {

    void of(UserAccount account) {
        commit.replace(account, ids.hex(), slowness, clock);
    }
}
