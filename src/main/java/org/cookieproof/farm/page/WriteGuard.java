package org.cookieproof.farm.page;

import org.cookieproof.farm.session.Visit;

/** What becomes of a write that was meant as a user's while nobody is signed in any more (T124451). */
public enum WriteGuard {
    /** It is refused. */
    REFUSE {
        @Override
        public boolean checksAssertions() {
            return true;
        }

        @Override
        public boolean acceptsForm(Visit visit, String token) {
            return visit.session().acceptsEditToken(token);
        }
    },
    /** It is saved under the client's address. */
    ACCEPT {
        @Override
        public boolean checksAssertions() {
            return false;
        }

        @Override
        public boolean acceptsForm(Visit visit, String token) {
            return visit.session().acceptsEditToken(token) || visit.user().isEmpty();
        }
    };

    /** Whether {@code assert} and {@code assertuser} count. */
    public abstract boolean checksAssertions();

    /** Whether an edit form with this token may write. */
    public abstract boolean acceptsForm(Visit visit, String token);
}
