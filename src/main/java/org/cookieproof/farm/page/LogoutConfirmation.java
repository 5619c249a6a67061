package org.cookieproof.farm.page;

import org.cookieproof.farm.session.Visit;

/** What makes a request for the logout page a logout. */
public enum LogoutConfirmation {
    /** The form's own POST, with its token. */
    POST_WITH_TOKEN {
        @Override
        boolean isGivenBy(Visit visit) {
            return visit.request().isPost() && visit.session().acceptsEditToken(visit.text("wpEditToken"));
        }
    },
    /** To have asked: also a prefetch does, and whoever follows the links of a mail before its reader. */
    ANY_REQUEST {
        @Override
        boolean isGivenBy(Visit visit) {
            return true;
        }
    };

    abstract boolean isGivenBy(Visit visit);
}
