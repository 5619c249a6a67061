package org.cookieproof.passport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cookieproof.http.HeaderField;

/**
 * Answers over http with field values octet by octet as they are scripted, control characters included, which WireMock
 * would replace. One request for each connection; requests have no content.
 */
final class OctetServer implements AutoCloseable {

    private static final int LONGEST_REQUEST = 1 << 16;

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "octet-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Served> script = new ConcurrentHashMap<>();

    private OctetServer(ServerSocket socket) {
        this.socket = socket;
    }

    static OctetServer start() {
        try {
            OctetServer server = new OctetServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback", e);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    void reset() {
        script.clear();
    }

    void on(String path, Served served) {
        script.put(path, served);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> answer(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            String target = target(new BufferedInputStream(connection.getInputStream()));
            Served served =
                    script.getOrDefault(target, Served.page("<p>Nothing here").withStatus(404));
            OutputStream out = connection.getOutputStream();
            out.write(message(served));
            out.flush();
        } catch (IOException e) {
            // the user agent or the tap has gone; the recording says so
        }
    }

    private static byte[] message(Served served) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + served.status() + " X\r\nContent-Type: text/html\r\n");
        for (HeaderField field : served.headers().fields()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        head.append("Content-Length: ")
                .append(served.html().length())
                .append("\r\nConnection: close\r\n\r\n")
                .append(served.html());
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The path of the request; reads to the end of its head. */
    private static String target(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0 || head.length() > LONGEST_REQUEST) {
                throw new IOException("not a request");
            }
            head.append((char) octet);
        }
        String[] words = head.substring(0, head.indexOf("\r\n")).split(" ", -1);
        return words.length < 2 ? "" : words[1];
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
