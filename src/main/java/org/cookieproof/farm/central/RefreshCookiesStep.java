package org.cookieproof.farm.central;

import java.util.Optional;
import org.cookieproof.farm.session.CentralSession;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Wikis;

/** On the central wiki: gives the cookies of a user who is to be remembered their long life. */
record RefreshCookiesStep() implements AutoLoginStep {

    @Override
    public Outcome take(Visit visit) {
        if (!Wikis.isCentral(visit.wiki())) {
            return Outcome.failure("Not central wiki");
        }
        if (visit.user().isEmpty()) {
            return Outcome.failure("Not logged in");
        }
        Optional<CentralSession> central = visit.session().central();
        if (central.filter(CentralSession::remember).isPresent()) {
            visit.session().refreshCookies(true);
        }
        return Outcome.done();
    }
}
