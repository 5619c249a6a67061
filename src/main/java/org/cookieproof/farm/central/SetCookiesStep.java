package org.cookieproof.farm.central;

import java.util.Optional;
import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.page.ScriptAutoLogin;
import org.cookieproof.farm.session.CentralSession;
import org.cookieproof.farm.session.CentralSessions;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Wikis;

/** On the asking wiki at last: signs in whom the central wiki has confirmed, under a new session id. */
record SetCookiesStep(OneTimeTokens tokens, Accounts accounts, CentralSessions centrals) implements AutoLoginStep {

    @Override
    public Outcome take(Visit visit) {
        if (Wikis.isCentral(visit.wiki())) {
            return Outcome.failure("Is central wiki, should be local");
        }
        Optional<HandOff.Attempt> attempt = visit.session()
                .take(CreateSessionStep.ATTEMPT)
                .flatMap(token -> tokens.take(HandOff.AUTO_LOGIN, token, HandOff.Attempt.class))
                .filter(a -> a.wikiId().equals(visit.wiki().id()));
        // A logout may have come between: then the confirmed token is no longer the account's.
        Optional<UserAccount> account = attempt.flatMap(this::confirmedAccount);
        if (attempt.isEmpty() || account.isEmpty()) {
            return Outcome.failure("Lost session");
        }
        signIn(visit, attempt.get(), account.get());
        return Outcome.done();
    }

    private Optional<UserAccount> confirmedAccount(HandOff.Attempt attempt) {
        String token = attempt.userToken();
        return token == null
                ? Optional.empty()
                : accounts.withId(attempt.userId()).filter(a -> a.holds(token));
    }

    private void signIn(Visit visit, HandOff.Attempt attempt, UserAccount account) {
        CentralSession central = Optional.ofNullable(attempt.centralSessionId())
                .flatMap(centrals::find)
                .filter(c -> c.isOf(account) && !c.pending())
                .orElseGet(() -> centrals.create(account, attempt.remember()));
        visit.session().logIn(account, attempt.remember(), central);
        visit.cookies().delete(visit.wiki().cookies().anonymousTopLevel());
        if (!visit.request().query().has("from")) {
            // Edge login itself, which names where it comes from, starts no further edge logins.
            visit.session().put(ScriptAutoLogin.DO_EDGE_LOGIN, "1");
        }
    }
}
