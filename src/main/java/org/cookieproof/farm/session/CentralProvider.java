package org.cookieproof.farm.session;

import java.util.Optional;
import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.WikiCookies;
import org.cookieproof.farm.wire.RequestCookies;

/** The first provider of the chain: {@code centralauth_User} with the global token or a central session. */
public final class CentralProvider {

    private final LocalSessions locals;
    private final CentralSessions centrals;
    private final Accounts accounts;
    private final CoreProvider core;
    private final TokenMismatch mismatch;

    public CentralProvider(
            LocalSessions locals,
            CentralSessions centrals,
            Accounts accounts,
            CoreProvider core,
            TokenMismatch mismatch) {
        this.locals = locals;
        this.centrals = centrals;
        this.accounts = accounts;
        this.core = core;
        this.mismatch = mismatch;
    }

    /** Who the request's cookies say it is from. */
    Claim claim(Wiki wiki, RequestCookies received) {
        WikiCookies cookies = wiki.cookies();
        Optional<String> name = received.value(cookies.centralUser());
        if (name.isEmpty()) {
            // The facts' minimum for a login (7.10): without centralauth_User nobody is signed in.
            return core.anonymousClaim(wiki, received);
        }
        Optional<UserAccount> account = accounts.named(name.get());
        if (account.isEmpty()) {
            return new Claim.Refused();
        }
        Optional<String> token = received.value(cookies.centralToken());
        return token.isPresent()
                ? byToken(wiki, received, account.get(), token.get())
                : bySession(wiki, received, account.get());
    }

    private Claim byToken(Wiki wiki, RequestCookies received, UserAccount account, String token) {
        if (!account.holds(token)) {
            return onMismatch(wiki, received);
        }
        Optional<CentralSession> central = presentedSession(wiki, received)
                .filter(s -> !s.pending() && s.isOf(account) && account.holds(s.userToken()));
        return new Claim.User(account, true, localOf(wiki, received, account), central);
    }

    private Claim bySession(Wiki wiki, RequestCookies received, UserAccount account) {
        Optional<CentralSession> presented = presentedSession(wiki, received);
        if (presented.isEmpty() || !presented.get().isOf(account)) {
            return core.anonymousClaim(wiki, received);
        }
        CentralSession central = presented.get();
        if (central.pending()) {
            return new Claim.Nobody();
        }
        return account.holds(central.userToken())
                ? new Claim.User(account, central.remember(), localOf(wiki, received, account), presented)
                : onMismatch(wiki, received);
    }

    private Claim onMismatch(Wiki wiki, RequestCookies received) {
        return mismatch.judge(() -> core.localUserClaim(wiki, received));
    }

    private Optional<CentralSession> presentedSession(Wiki wiki, RequestCookies received) {
        return received.value(wiki.cookies().centralSession()).flatMap(centrals::find);
    }

    private Optional<LocalSession> localOf(Wiki wiki, RequestCookies received, UserAccount account) {
        return received.value(wiki.cookies().session())
                .flatMap(id -> locals.find(wiki, id))
                .filter(local -> local.isLiveFor(account));
    }
}
