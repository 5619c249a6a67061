package org.cookieproof.store;

import java.time.InstantSource;

final class MemorySessionStoreTest extends SessionStoreContract {

    @Override
    SessionStore open(InstantSource clock) {
        return new MemorySessionStore(clock);
    }
}
