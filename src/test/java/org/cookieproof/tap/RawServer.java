package org.cookieproof.tap;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** The oracle on the target's side: keeps the octets of each request and answers with given octets. */
public final class RawServer implements AutoCloseable {

    /** Writes a whole response, or whatever goes wrong instead. */
    @FunctionalInterface
    public interface Answer {
        void give(Connection connection) throws IOException;
    }

    /** One accepted connection, as an answer sees it. */
    public record Connection(Socket socket, InputStream in, OutputStream out) {
        public void send(String octets) throws IOException {
            out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ServerSocket listening;
    private final Thread accepting;
    private final ExecutorService threads = Executors.newCachedThreadPool(runnable -> {
        Thread thread = new Thread(runnable, "raw-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private RawServer(ServerSocketFactory sockets) throws IOException {
        listening = sockets.createServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        accepting = new Thread(this::accept, "raw-server-accept");
        accepting.setDaemon(true);
        accepting.start();
    }

    public static RawServer plain() throws IOException {
        return new RawServer(ServerSocketFactory.getDefault());
    }

    static RawServer tls(X509Bundle certificate) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
        return new RawServer(context.getServerSocketFactory());
    }

    static X509Bundle authority(String name) throws Exception {
        return new CertificateBuilder()
                .ecp256()
                .subject("CN=" + name)
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    static X509Bundle certificate(X509Bundle authority, String... hosts) throws Exception {
        CertificateBuilder builder = new CertificateBuilder().ecp256().subject("CN=" + hosts[0]);
        for (String host : hosts) {
            builder.addSanDnsName(host);
        }
        return builder.buildIssuedBy(authority);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /** What to answer to this request target, of whichever method. */
    public void on(String target, Answer answer) {
        answers.put(target, answer);
    }

    public void on(String target, String octets) {
        on(target, connection -> connection.send(octets));
    }

    /** The octets of each request so far, one character for each. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    String onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("not one request but " + requests);
        }
        return requests.get(0);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            Connection connection = new Connection(socket, socket.getInputStream(), socket.getOutputStream());
            while (!socket.isClosed()) {
                String head = Octets.head(connection.in());
                if (head.isEmpty()) {
                    return;
                }
                if (head.contains("Expect: 100-continue")) {
                    connection.send("HTTP/1.1 100 Continue\r\nX-Interim: yes\r\n\r\n");
                }
                requests.add(head + Octets.requestBody(head, connection.in()));
                answers.getOrDefault(head.split(" ", 3)[1], c -> c.send(OK)).give(connection);
            }
        } catch (IOException ended) {
            // The other side may end a connection whenever it likes.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            // The JDK may accept one connection more while another thread is closing the socket.
            accepting.join();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
