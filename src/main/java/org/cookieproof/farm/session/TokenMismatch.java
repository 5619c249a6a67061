package org.cookieproof.farm.session;

import java.util.function.Supplier;

/** What a session is worth whose central token is no longer the account's, as after a logout elsewhere (T124409). */
public enum TokenMismatch {
    /** Nothing, CentralAuth since 700d46817. */
    REFUSE {
        @Override
        Claim judge(Supplier<Claim> localSession) {
            return new Claim.Refused();
        }
    },
    /** What the host's own session is worth, CentralAuth's 0f38ef217: logout has not ended that one. */
    FALL_BACK_TO_LOCAL {
        @Override
        Claim judge(Supplier<Claim> localSession) {
            return localSession.get();
        }
    };

    abstract Claim judge(Supplier<Claim> localSession);
}
