package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.util.List;
import org.cookieproof.target.process.FreePorts;

/** Where nginx listens on loopback for all hosts. */
record Ports(int http, int https) {

    static Ports free() throws IOException {
        List<Integer> free = FreePorts.some(2);
        return new Ports(free.get(0), free.get(1));
    }
}
