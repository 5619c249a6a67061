package org.cookieproof.farm.central;

import java.util.Optional;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.Wikis;
import org.cookieproof.farm.wire.CachePolicy;

/** On the central wiki: is anybody signed in? */
record CheckLoggedInStep(OneTimeTokens tokens, int sharedSeconds) implements AutoLoginStep {

    @Override
    public Outcome take(Visit visit) {
        if (!Wikis.isCentral(visit.wiki())) {
            return Outcome.failure("Not central wiki");
        }
        Optional<Wiki> asking = Wikis.withId(visit.text("wikiid")).filter(w -> !Wikis.isCentral(w));
        if (asking.isEmpty()) {
            return Outcome.failure("Invalid parameters");
        }
        return visit.user()
                .map(user -> {
                    String token = tokens.issue(HandOff.AUTO_LOGIN, new HandOff.Candidate(user.id()));
                    String next = AutoLoginUrls.of(visit, asking.get(), "createSession", "token=" + token + "&");
                    return Outcome.onward(next, CachePolicy.NO_STORE);
                })
                .orElseGet(() -> Outcome.failure(Outcome.NOT_CENTRALLY_LOGGED_IN, visit.cacheForAll(sharedSeconds)));
    }
}
