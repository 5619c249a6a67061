package org.cookieproof.farm.central;

import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Wikis;
import org.cookieproof.farm.wire.CachePolicy;

/**
 * On the asking wiki: a session, to which the answer will be tied. Somebody who is signed in here as that user already
 * keeps his session: a new one would spoil the forms in his other tabs.
 */
record CreateSessionStep(OneTimeTokens tokens) implements AutoLoginStep {

    /** The session's note of the attempt that belongs to it. */
    static final String ATTEMPT = "centralautologin-token";

    @Override
    public Outcome take(Visit visit) {
        if (Wikis.isCentral(visit.wiki())) {
            return Outcome.failure("Is central wiki, should be local");
        }
        Optional<HandOff.Candidate> candidate =
                tokens.take(HandOff.AUTO_LOGIN, visit.text("token"), HandOff.Candidate.class);
        if (candidate.isEmpty()) {
            return Outcome.failure("Invalid parameters");
        }
        long userId = candidate.get().userId();
        if (visit.user().map(UserAccount::id).filter(id -> id == userId).isPresent()) {
            return Outcome.done();
        }
        String wikiId = visit.wiki().id();
        String token = tokens.issue(HandOff.AUTO_LOGIN, new HandOff.Attempt(userId, wikiId, null, null, false));
        visit.session().put(ATTEMPT, token);
        String own = "token=" + token + "&wikiid=" + wikiId + "&";
        return Outcome.onward(AutoLoginUrls.of(visit, Wikis.central(), "validateSession", own), CachePolicy.NO_STORE);
    }
}
