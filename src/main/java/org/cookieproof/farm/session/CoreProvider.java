package org.cookieproof.farm.session;

import java.util.Optional;
import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.WikiCookies;
import org.cookieproof.farm.wire.RequestCookies;

/** The last provider of the chain: a wiki's own session and user-id cookies. */
public final class CoreProvider {

    private final LocalSessions locals;
    private final Accounts accounts;
    private final UnknownSessionId unknownId;

    public CoreProvider(LocalSessions locals, Accounts accounts, UnknownSessionId unknownId) {
        this.locals = locals;
        this.accounts = accounts;
        this.unknownId = unknownId;
    }

    /**
     * What the wiki's own cookies prove where the central ones prove nothing. All accounts are central, so a local
     * session of a user is worth nothing without its central one: only anonymous sessions are accepted.
     */
    Claim anonymousClaim(Wiki wiki, RequestCookies received, Optional<LocalSession> local) {
        WikiCookies cookies = wiki.cookies();
        boolean identity = cookies.credentials().stream()
                .filter(c -> !c.equals(cookies.session()))
                .anyMatch(received::has);
        Optional<String> id = received.value(cookies.session());
        if (id.isEmpty()) {
            return identity ? new Claim.Refused() : new Claim.Nobody();
        }
        if (local.isEmpty()) {
            boolean replaceable = locals.isWellFormed(id.get()) && !identity;
            return replaceable ? unknownId.claim(() -> locals.createAnonymous(wiki, id.get())) : new Claim.Refused();
        }
        boolean acceptable = local.get().isAnonymous() && !received.has(cookies.userId());
        return acceptable ? new Claim.Anonymous(local.get(), identity) : new Claim.Refused();
    }

    /** What the wiki's own cookies prove if a local session is good by itself, whatever the account's token is now. */
    Claim localUserClaim(Wiki wiki, RequestCookies received, Optional<LocalSession> presented) {
        WikiCookies cookies = wiki.cookies();
        return presented
                .filter(local -> received.value(cookies.userId())
                        .filter(id -> id.equals(Long.toString(local.userId())))
                        .isPresent())
                .flatMap(local -> accounts.withId(local.userId())
                        .<Claim>map(account ->
                                new Claim.User(account, local.remember(), Optional.of(local), Optional.empty())))
                .orElseGet(Claim.Refused::new);
    }
}
