package org.cookieproof.target.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Two ports on loopback that were free a moment ago. nginx cannot take over an open socket of ours, so another program
 * may be quicker; whoever uses these must be ready to try again.
 */
public record Ports(int http, int https) {

    public static Ports free() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var first = new ServerSocket(0, 1, loopback);
                var second = new ServerSocket(0, 1, loopback)) {
            return new Ports(first.getLocalPort(), second.getLocalPort());
        }
    }
}
