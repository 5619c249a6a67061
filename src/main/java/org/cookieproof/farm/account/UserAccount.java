package org.cookieproof.farm.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** An account on all wikis: its global token changes while it lives, all else stays. */
public final class UserAccount {

    private final long id;
    private final String name;
    private final InstantSource clock;
    private String token;
    private @Nullable Replacement coming;

    UserAccount(long id, String name, String token, InstantSource clock) {
        this.id = id;
        this.name = name;
        this.token = token;
        this.clock = clock;
    }

    /** The same on every wiki, as in the facts' captures. */
    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** CentralAuth's gu_auth_token: every session of the account holds a copy, and dies when it is replaced. */
    public synchronized String token() {
        Replacement due = coming;
        if (due != null && !clock.instant().isBefore(due.at())) {
            token = due.token();
            coming = null;
        }
        return token;
    }

    public boolean holds(String presented) {
        return MessageDigest.isEqual(
                token().getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends every session of the account, everywhere, from this moment. */
    public synchronized void replaceToken(String fresh) {
        token = fresh;
        coming = null;
    }

    /** Ends them from that moment on; until then they live. */
    public synchronized void replaceToken(String fresh, Instant at) {
        coming = new Replacement(fresh, at);
    }

    private record Replacement(String token, Instant at) {}
}
