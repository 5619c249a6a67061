package org.cookieproof.farm.central;

import java.util.Optional;
import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.page.ErrorPage;
import org.cookieproof.farm.page.Page;
import org.cookieproof.farm.page.ScriptAutoLogin;
import org.cookieproof.farm.session.CentralSession;
import org.cookieproof.farm.session.CentralSessions;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.session.VisitSession;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.Wikis;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;

/** {@code Special:CentralLogin}: the second and third hop of a login by form (facts section 5). */
public final class CentralLoginPage implements Page {

    private final OneTimeTokens tokens;
    private final Accounts accounts;
    private final CentralSessions centrals;
    private final Unstub unstub;
    private final ErrorPage errors;

    public CentralLoginPage(
            OneTimeTokens tokens, Accounts accounts, CentralSessions centrals, Unstub unstub, ErrorPage errors) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.centrals = centrals;
        this.unstub = unstub;
        this.errors = errors;
    }

    @Override
    public Answer answer(Visit visit, Title title) {
        if (!visit.request().query().has("token")) {
            return Answer.found(visit.here("/wiki/Special:UserLogin"), CachePolicy.NO_STORE);
        }
        boolean start = title.subpage().equals("start") && Wikis.isCentral(visit.wiki());
        boolean complete = title.subpage().equals("complete") && !Wikis.isCentral(visit.wiki());
        Optional<Answer> onward = start ? start(visit) : complete ? complete(visit) : Optional.empty();
        return onward.orElseGet(() -> errors.startOver(
                visit, title, 400, "The login token is invalid or has expired, or there is no login under way here."));
    }

    /** On the central wiki: a local session for the user, and a central one that is a stub yet. */
    private Optional<Answer> start(Visit visit) {
        Optional<HandOff.LoginStart> start =
                tokens.take(HandOff.LOGIN_START, visit.text("token"), HandOff.LoginStart.class);
        Optional<UserAccount> account =
                start.flatMap(s -> accounts.withId(s.userId()).filter(a -> a.holds(s.userToken())));
        Optional<Wiki> back = start.flatMap(s -> Wikis.withId(s.wikiId()));
        if (start.isEmpty() || account.isEmpty() || back.isEmpty()) {
            return Optional.empty();
        }
        CentralSession central = sessionFor(visit, account.get());
        String token = tokens.issue(
                HandOff.LOGIN_COMPLETE,
                new HandOff.LoginComplete(central.id(), start.get().secret()));
        String target = "/wiki/Special:CentralLogin/complete?token=" + token;
        return Optional.of(Answer.found(back.get().url(visit.request().scheme(), target), CachePolicy.PRIVATE));
    }

    /** The central session that is there already, if it is this user's; else a stub. */
    private CentralSession sessionFor(Visit visit, UserAccount account) {
        return visit.session().central().filter(c -> c.isOf(account)).orElseGet(() -> {
            CentralSession stub = centrals.createStub(account);
            visit.session().logIn(account, false, stub);
            return stub;
        });
    }

    /** Back where the password was typed: only the session that began the login can end it. */
    private Optional<Answer> complete(Visit visit) {
        VisitSession session = visit.session();
        Optional<HandOff.LoginComplete> complete =
                tokens.take(HandOff.LOGIN_COMPLETE, visit.text("token"), HandOff.LoginComplete.class);
        Optional<String> secret = session.take(CentralContinuation.SECRET);
        Optional<CentralSession> stub = complete.filter(
                        c -> Optional.of(c.secret()).equals(secret))
                .flatMap(c -> centrals.find(c.centralSessionId()))
                .filter(c -> session.user().filter(c::isOf).isPresent());
        Optional<CentralSession> own = session.central();
        if (stub.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        session.continueUnder(unstub.finish(centrals, stub.get(), own.get(), session.remembered()));
        session.put(ScriptAutoLogin.DO_EDGE_LOGIN, "1");
        String target = session.take(CentralContinuation.RETURN_TARGET).orElse(Title.MAIN_PAGE.path());
        return Optional.of(Answer.found(visit.here(target), CachePolicy.PRIVATE));
    }
}
