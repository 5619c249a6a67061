package org.cookieproof.farm.central;

import org.cookieproof.farm.session.Visit;

/** After a logout elsewhere: cleans up. The logout itself is done, by the change of the global token. */
record DeleteCookiesStep() implements AutoLoginStep {

    @Override
    public Outcome take(Visit visit) {
        if (visit.user().isPresent()) {
            return Outcome.failure("Cannot delete cookies while still logged in");
        }
        visit.session().forget();
        return Outcome.done();
    }
}
