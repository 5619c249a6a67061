package org.cookieproof.run;

import com.google.auto.service.AutoService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.tap.RawServer;
import org.cookieproof.target.Account;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetProvider;

/** A server that does all that a server should not, over http. */
@AutoService(TargetProvider.class)
public final class HostileTargetProvider implements TargetProvider {

    static final String SCRIPT = "<script>alert('pwned')</script>";
    static final String IMAGE = "<img src=x onerror=alert(2)>";

    private static final String HTML =
            "Content-Type: text/html; charset=utf-8\r\nCache-Control: private, max-age=0\r\n";

    @Override
    public String id() {
        return "hostile";
    }

    @Override
    public Set<String> switches() {
        return Set.of();
    }

    @Override
    public RunningTarget start(
            TargetDefinition definition, Map<String, String> settings, Map<String, String> switches, Path scratch) {
        try {
            RawServer server = RawServer.plain();
            answer(server);
            PlantedSecrets.plant(server);
            Map<Endpoint, InetSocketAddress> addresses = new HashMap<>();
            definition
                    .sites()
                    .hosts()
                    .values()
                    .forEach(host -> addresses.put(new Endpoint(Scheme.HTTP, host), server.address()));
            return new Running(server, addresses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Running(RawServer server, Map<Endpoint, InetSocketAddress> addresses) implements RunningTarget {
        @Override
        public List<X509Certificate> trust() {
            return List.of();
        }

        @Override
        public List<Account> accounts() {
            return List.of(
                    new Account("Alice", PlantedSecrets.PASSWORD),
                    new Account("Bob", PlantedSecrets.PASSWORD),
                    new Account("Carol", PlantedSecrets.PASSWORD));
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** A whole page. */
    static String page(String headers, String body) {
        return "HTTP/1.1 200 OK\r\n" + HTML + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void answer(RawServer server) throws IOException {
        server.on("/fine", page("", "<!doctype html><title>Fine</title><p>fine"));
        server.on(
                "/elsewhere",
                page("", "<!doctype html><title>x</title><img src=\"http://images.elsewhere.test/x.png\">"));
        server.on("/favicon.ico", "HTTP/1.1 404 Not Found\r\nCache-Control: no-store\r\nContent-Length: 0\r\n\r\n");
        server.on(
                "/scripts",
                page(
                        "X-Evil: " + SCRIPT + IMAGE + "\r\nSet-Cookie: " + IMAGE + "=1; Path=/\r\n",
                        "<!doctype html><title>" + SCRIPT.replace("<", "&lt;") + "</title>" + IMAGE));
        for (int i = 0; i < 500; i++) {
            server.on(
                    "/redirects" + i,
                    "HTTP/1.1 302 Found\r\nLocation: /redirects" + (i + 1)
                            + "\r\nCache-Control: private\r\nContent-Length: 0\r\n\r\n");
        }
        StringBuilder cookies = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            cookies.append("Set-Cookie: c").append(i).append("=v").append(i).append("; Path=/\r\n");
        }
        server.on("/cookies", page(cookies.toString(), "<!doctype html><p>cookies"));
        server.on("/header", page("X-Long: " + "x".repeat(1_000_000) + "\r\n", "<!doctype html><p>header"));
        server.on("/bad-gzip", page("Content-Encoding: gzip\r\n", "\u001f\u008b\b\0\0\0\0\0\0\3this is no stream"));
        endless(server);
    }

    private static void endless(RawServer server) throws IOException {
        server.on("/endless-body", connection -> {
            connection.send("HTTP/1.1 200 OK\r\n" + HTML + "\r\n<!doctype html><pre>");
            while (true) {
                connection.send("0123456789abcde\n".repeat(4096));
            }
        });
        server.on("/slow", connection -> {
            connection.send("HTTP/1.1 200 OK\r\n" + HTML + "\r\n");
            while (true) {
                LockSupport.parkNanos(200_000_000);
                connection.send("x");
            }
        });
        byte[] bomb = bomb();
        server.on("/bomb", connection -> {
            connection.send("HTTP/1.1 200 OK\r\n" + HTML + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length
                    + "\r\n\r\n");
            connection.out().write(bomb);
            connection.out().flush();
        });
        server.on("/reset", connection -> {
            connection.send("HTTP/1.1 200 OK\r\n" + HTML + "Content-Length: 1000\r\n\r\n<!doctype html>");
            connection.socket().setSoLinger(true, 0);
            connection.socket().close();
        });
        server.on("/silent", connection -> {
            if (connection.in().read() >= 0) {
                throw new IOException("nobody should say more");
            }
        });
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        return packed.toByteArray();
    }
}
