package org.cookieproof.farm.session;

import java.util.Optional;

/**
 * The local session whose id a request presents, read from the store once.
 *
 * @param session empty where there is none, or none that can be loaded
 * @param fault   why one that is stored cannot be loaded
 */
record PresentedLocal(Optional<LocalSession> session, Optional<String> fault) {

    static final PresentedLocal NONE = new PresentedLocal(Optional.empty(), Optional.empty());
}
