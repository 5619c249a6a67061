package org.cookieproof.tap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Url;

/**
 * The harness's own client: no jar, no redirects, no header fields but those given, one connection for each request.
 * Its exchanges are recorded with the sender {@code HARNESS} and the current step, and are never late.
 */
public final class RawClient {

    /** More than the tap's own patience, so that it is the tap that tells what happened. */
    private static final Duration MORE_THAN_THE_TAP = Duration.ofSeconds(5);

    private final InetSocketAddress proxy;
    private final ClientTls tls;
    private final int patienceMillis;
    private final Recorder recorder;
    private volatile boolean ended;

    RawClient(InetSocketAddress proxy, ClientTls tls, Duration patience, Recorder recorder) {
        this.proxy = proxy;
        this.tls = tls;
        this.patienceMillis = Math.toIntExact(patience.plus(MORE_THAN_THE_TAP).toMillis());
        this.recorder = recorder;
    }

    /**
     * Sends one request over HTTP/1.1 and waits for the end of its exchange.
     *
     * @param headers sent as they are, each character as the octet of the same number; a Host field is put in front of
     *                them, and a Content-Length behind them for a body, only where they have none
     * @return the exchange as recorded, with a failure when the target gave no response
     * @throws IllegalArgumentException when the host is not the target's, or a field holds a line break
     * @throws IllegalStateException    when the tap itself cannot be reached, as after the end of the lease
     */
    public Exchange send(String method, Url url, Headers headers, Body body) {
        if (ended) {
            throw new IllegalStateException("the lease has ended");
        }
        byte[] request = request(method, url, headers, body);
        int already = recorder.count();
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(patienceMillis);
            socket.connect(proxy, patienceMillis);
            int port = socket.getLocalPort();
            if (!url.isSecure() || openTunnel(socket, url)) {
                try (Socket carrier = url.isSecure() ? secure(socket, url) : socket) {
                    carrier.getOutputStream().write(request);
                    carrier.getOutputStream().flush();
                    carrier.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException brokenOff) {
                    // The tap cuts the connection when the target does; the recording says which it was.
                }
            }
            return recorder.latestFrom(port, already).orElseThrow(() -> unrecorded(url));
        } catch (IOException e) {
            throw new IllegalStateException("the tap cannot be reached at " + proxy, e);
        }
    }

    private RuntimeException unrecorded(Url url) {
        return recorder.refusals().contains(Destination.name(url))
                ? new IllegalArgumentException("not one of the target's: " + url.origin())
                : new IllegalStateException("the tap closed the connection without an exchange");
    }

    /** The port may be another cell's from now on. */
    void end() {
        ended = true;
    }

    private static byte[] request(String method, Url url, Headers headers, Body body) {
        StringBuilder head = new StringBuilder();
        String target = url.isSecure() ? url.target() : url.toString();
        line(head, method + " " + target + " HTTP/1.1");
        if (!headers.has("Host")) {
            line(head, "Host: " + url.origin().substring(url.origin().indexOf("//") + 2));
        }
        for (HeaderField field : headers.fields()) {
            line(head, field.toString());
        }
        byte[] content = body.bytes();
        if (content.length > 0 && !headers.has("Content-Length") && !headers.has("Transfer-Encoding")) {
            line(head, "Content-Length: " + content.length);
        }
        line(head, "");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(content);
        return request.toByteArray();
    }

    private static void line(StringBuilder head, String line) {
        if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line break within a line: " + line);
        }
        head.append(line).append("\r\n");
    }

    private boolean openTunnel(Socket socket, Url url) throws IOException {
        String authority = url.host() + ":" + url.port();
        String connect = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n";
        socket.getOutputStream().write(connect.getBytes(StandardCharsets.ISO_8859_1));
        return readHead(socket.getInputStream()).startsWith("HTTP/1.1 200 ");
    }

    /** Octet by octet, since what follows the empty line is TLS and not ours to read. */
    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    private Socket secure(Socket socket, Url url) throws IOException {
        SSLSocket secured = (SSLSocket) tls.sockets().createSocket(socket, url.host(), url.port(), true);
        secured.setSSLParameters(ClientTls.verifying(secured.getSSLParameters(), url.host()));
        secured.startHandshake();
        return secured;
    }
}
