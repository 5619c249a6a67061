package org.cookieproof.farm.central;

import org.cookieproof.farm.session.Visit;

/** A subpage of {@code Special:CentralAutoLogin}; the protocol is the table in facts section 5. */
interface AutoLoginStep {

    Outcome take(Visit visit);
}
