package org.cookieproof.run;

import com.google.auto.service.AutoService;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.Account;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetProvider;

/**
 * A target that answers plain http as its setting {@code answers} says, request by request: a status, or {@code none}
 * to close the connection. The last one is for all further requests.
 */
@AutoService(TargetProvider.class)
public final class MoodyTargetProvider implements TargetProvider {

    private static final byte[] PAGE = "<!DOCTYPE html><title>Moody</title><script>{\"wgUserName\":null}</script>"
            .getBytes(StandardCharsets.UTF_8);

    @Override
    public String id() {
        return "moody";
    }

    @Override
    public Set<String> switches() {
        return Set.of();
    }

    @Override
    public RunningTarget start(
            TargetDefinition definition, Map<String, String> settings, Map<String, String> switches, Path scratch) {
        String[] answers = settings.getOrDefault("answers", "200").split(" ");
        AtomicInteger next = new AtomicInteger();
        HttpServer server = server();
        server.createContext("/", e -> answer(e, answers[Math.min(next.getAndIncrement(), answers.length - 1)]));
        server.start();
        Map<Endpoint, InetSocketAddress> addresses = new HashMap<>();
        definition
                .sites()
                .hosts()
                .values()
                .forEach(host -> addresses.put(new Endpoint(Scheme.HTTP, host), server.getAddress()));
        return new RunningTarget() {
            @Override
            public Map<Endpoint, InetSocketAddress> addresses() {
                return addresses;
            }

            @Override
            public List<X509Certificate> trust() {
                return List.of();
            }

            @Override
            public List<Account> accounts() {
                return List.of(new Account("Alice", "not asked for"));
            }

            @Override
            public void close() {
                server.stop(0);
            }
        };
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String how) throws IOException {
        try (exchange) {
            if (!how.equals("none")) {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.getResponseHeaders().set("Cache-Control", "private, no-store");
                exchange.sendResponseHeaders(Integer.parseInt(how), PAGE.length);
                exchange.getResponseBody().write(PAGE);
            }
        }
    }
}
