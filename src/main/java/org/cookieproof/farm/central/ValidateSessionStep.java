package org.cookieproof.farm.central;

import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.session.CentralSession;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.session.VisitSession;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.Wikis;
import org.cookieproof.farm.wire.CachePolicy;

/** On the central wiki again: confirms the attempt, which stays on the server; the next URL carries no token. */
record ValidateSessionStep(OneTimeTokens tokens) implements AutoLoginStep {

    @Override
    public Outcome take(Visit visit) {
        if (!Wikis.isCentral(visit.wiki())) {
            return Outcome.failure("Not central wiki");
        }
        if (visit.user().isEmpty()) {
            return Outcome.failure("Not logged in");
        }
        UserAccount user = visit.user().get();
        String token = visit.text("token");
        Optional<HandOff.Attempt> attempt = tokens.take(HandOff.AUTO_LOGIN, token, HandOff.Attempt.class)
                .filter(a -> a.userId() == user.id() && a.wikiId().equals(visit.text("wikiid")));
        Optional<Wiki> asking = attempt.flatMap(a -> Wikis.withId(a.wikiId()));
        if (attempt.isEmpty() || asking.isEmpty()) {
            return Outcome.failure("Invalid parameters");
        }
        tokens.keep(HandOff.AUTO_LOGIN, token, confirmed(visit.session(), user, asking.get()));
        return Outcome.onward(AutoLoginUrls.of(visit, asking.get(), "setCookies", ""), CachePolicy.NO_STORE);
    }

    private static HandOff.Attempt confirmed(VisitSession session, UserAccount user, Wiki asking) {
        Optional<CentralSession> central = session.central();
        return new HandOff.Attempt(
                user.id(),
                asking.id(),
                user.token(),
                central.map(CentralSession::id).orElse(null),
                central.map(CentralSession::remember).orElseGet(session::remembered));
    }
}
