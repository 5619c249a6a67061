package org.cookieproof.farm.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** An account on all wikis: its global token changes while it lives, all else stays. */
public final class UserAccount {

    private final long id;
    private final String name;
    private volatile String token;

    UserAccount(long id, String name, String token) {
        this.id = id;
        this.name = name;
        this.token = token;
    }

    /** The same on every wiki, as in the facts' captures. */
    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** CentralAuth's gu_auth_token: every session of the account holds a copy, and dies when it is replaced. */
    public String token() {
        return token;
    }

    public boolean holds(String presented) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends every session of the account, everywhere, from this moment. */
    public void replaceToken(String fresh) {
        token = fresh;
    }
}
