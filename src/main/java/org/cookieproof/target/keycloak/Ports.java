package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.util.List;
import org.cookieproof.target.process.FreePorts;

/** Where the two servers listen on loopback. */
record Ports(int party, int keycloak) {

    static Ports free() throws IOException {
        List<Integer> free = FreePorts.some(2);
        return new Ports(free.get(0), free.get(1));
    }
}
