package org.cookieproof.farm.central;

import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Wikis;

/** Where an image begins: asks the central wiki. The same for all who are not signed in, so shared caches keep it. */
record StartStep(int sharedSeconds) implements AutoLoginStep {

    @Override
    public Outcome take(Visit visit) {
        return Wikis.isCentral(visit.wiki())
                ? Outcome.failure("Is central wiki, should be local")
                : Outcome.onward(AutoLoginUrls.ofCheck(visit, Wikis.central()), visit.cacheForAll(sharedSeconds));
    }
}
