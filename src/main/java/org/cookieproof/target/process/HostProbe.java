package org.cookieproof.target.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks a server for a page as a proxy in front of it would: the Host field without the port that is connected to. The
 * JDK's clients do not let us set that field, so the few lines of HTTP are written here.
 */
public record HostProbe(String host, int port) {

    private static final int LONGEST_ANSWER = 1 << 20;

    /**
     * Whether the path answers 200 and the text is in the answer.
     *
     * @throws IOException if the server cannot be reached or is too slow
     */
    public boolean finds(String path, String text, Duration patience) throws IOException {
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(patience.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
            socket.setSoTimeout(millis);
            // 1.0: the server closes at the end, and does not chunk.
            String request = "GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.ISO_8859_1);
            return answer.startsWith("HTTP/1.1 200 ") && answer.contains(text);
        }
    }
}
