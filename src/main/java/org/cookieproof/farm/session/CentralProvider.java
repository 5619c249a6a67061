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
    private final UnusableSession unusable;
    private final AuthLog log;

    public CentralProvider(
            LocalSessions locals,
            CentralSessions centrals,
            Accounts accounts,
            CoreProvider core,
            TokenMismatch mismatch,
            UnusableSession unusable,
            AuthLog log) {
        this.locals = locals;
        this.centrals = centrals;
        this.accounts = accounts;
        this.core = core;
        this.mismatch = mismatch;
        this.unusable = unusable;
        this.log = log;
    }

    /** Who the request's cookies say it is from. */
    Claim claim(Wiki wiki, RequestCookies received) {
        WikiCookies cookies = wiki.cookies();
        String id = received.value(cookies.session()).orElse("");
        PresentedLocal local = locals.find(wiki, id);
        if (local.fault().isPresent()) {
            log.note("unusable-session", wiki, local.fault().get());
            return unusable.unreadable(
                    () -> locals.end(wiki.id(), id), local.fault().get());
        }
        Optional<String> name = received.value(cookies.centralUser());
        if (name.isEmpty()) {
            // The facts' minimum for a login (7.10): without centralauth_User nobody is signed in.
            return core.anonymousClaim(wiki, received, local.session());
        }
        Optional<UserAccount> account = accounts.named(name.get());
        if (account.isEmpty()) {
            return new Claim.Refused();
        }
        Optional<String> token = received.value(cookies.centralToken());
        return token.isPresent()
                ? byToken(wiki, received, account.get(), token.get(), local.session())
                : bySession(wiki, received, account.get(), local.session());
    }

    private Claim byToken(
            Wiki wiki, RequestCookies received, UserAccount account, String token, Optional<LocalSession> local) {
        if (!account.holds(token)) {
            return onMismatch(wiki, received, local);
        }
        Optional<CentralSession> central = presentedSession(wiki, received)
                .filter(s -> !s.pending() && s.isOf(account) && account.holds(s.userToken()));
        return new Claim.User(account, true, liveOf(account, local), central);
    }

    private Claim bySession(Wiki wiki, RequestCookies received, UserAccount account, Optional<LocalSession> local) {
        Optional<CentralSession> presented = presentedSession(wiki, received);
        if (presented.isEmpty() || !presented.get().isOf(account)) {
            return core.anonymousClaim(wiki, received, local);
        }
        CentralSession central = presented.get();
        if (central.pending()) {
            return new Claim.Nobody();
        }
        return account.holds(central.userToken())
                ? new Claim.User(account, central.remember(), liveOf(account, local), presented)
                : onMismatch(wiki, received, local);
    }

    private Claim onMismatch(Wiki wiki, RequestCookies received, Optional<LocalSession> local) {
        local.ifPresent(session -> unusable.stale());
        log.note("stale-credentials", wiki, "");
        return mismatch.judge(() -> core.localUserClaim(wiki, received, local));
    }

    private Optional<CentralSession> presentedSession(Wiki wiki, RequestCookies received) {
        return received.value(wiki.cookies().centralSession()).flatMap(centrals::find);
    }

    private Optional<LocalSession> liveOf(UserAccount account, Optional<LocalSession> local) {
        Optional<LocalSession> live = local.filter(session -> session.isLiveFor(account));
        if (local.isPresent() && live.isEmpty()) {
            unusable.stale();
        }
        return live;
    }
}
