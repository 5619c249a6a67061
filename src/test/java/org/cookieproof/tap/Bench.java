package org.cookieproof.tap;

import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;

/** A tap between two oracles: {@code first.test} over http and https, {@code other.test} over https. */
final class Bench implements AutoCloseable {

    static final int BODY_LIMIT = 100_000;
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final RawServer http;
    final RawServer https;
    final Tap tap;
    final TapLease lease;
    private final Path directory;

    private Bench(Duration patience, Bounds bounds, List<WireRule> rules, UnaryOperator<TapSettings> otherwise)
            throws Exception {
        X509Bundle authority = RawServer.authority("target");
        http = RawServer.plain();
        https = RawServer.tls(RawServer.certificate(authority, "first.test", "other.test"));
        directory = Files.createTempDirectory("tap");
        tap = Tap.start(otherwise.apply(new TapSettings(
                Map.of(
                        new Endpoint(Scheme.HTTP, "first.test"), http.address(),
                        new Endpoint(Scheme.HTTPS, "first.test"), https.address(),
                        new Endpoint(Scheme.HTTPS, "other.test"), https.address()),
                List.of(authority.getCertificate()),
                directory,
                BODY_LIMIT,
                patience,
                bounds)));
        lease = tap.lease(rules);
    }

    static Bench open(WireRule... rules) throws Exception {
        return new Bench(PATIENCE, Bounds.USUAL, List.of(rules), UnaryOperator.identity());
    }

    static Bench patientFor(Duration patience) throws Exception {
        Bounds bodiesAsLongAsTheyLike = new Bounds(Long.MAX_VALUE, 64L << 20, 64L << 20, 1000);
        return new Bench(patience, bodiesAsLongAsTheyLike, List.of(), UnaryOperator.identity());
    }

    static Bench within(Bounds bounds) throws Exception {
        return new Bench(PATIENCE, bounds, List.of(), UnaryOperator.identity());
    }

    /** In front of the same two, set up otherwise. */
    static Bench with(UnaryOperator<TapSettings> otherwise) throws Exception {
        return new Bench(PATIENCE, Bounds.USUAL, List.of(), otherwise);
    }

    RawServer server(Scheme scheme) {
        return scheme == Scheme.HTTP ? http : https;
    }

    /** A connection on which requests to {@code first.test} can be written. */
    RawUserAgent agent(Scheme scheme) throws Exception {
        return scheme == Scheme.HTTP
                ? RawUserAgent.connect(lease.address())
                : RawUserAgent.tunnel(lease.address(), "first.test", tap.ca());
    }

    /** How a request line names this path of {@code first.test} to a proxy. */
    static String line(Scheme scheme, String method, String path) {
        return method + " " + (scheme == Scheme.HTTP ? "http://first.test" : "") + path + " HTTP/1.1\r\n";
    }

    /** Sends one request on a connection of its own and reads until the end. */
    String ask(Scheme scheme, String path, String... lines) throws Exception {
        try (RawUserAgent agent = agent(scheme)) {
            List<String> head = new ArrayList<>(List.of(lines));
            head.add("Connection: close");
            agent.send(line(scheme, "GET", path) + "Host: first.test\r\n" + String.join("\r\n", head) + "\r\n\r\n");
            return agent.readAll();
        }
    }

    @Override
    public void close() throws IOException {
        tap.close();
        http.close();
        https.close();
        Files.deleteIfExists(directory.resolve("ca.pem"));
        Files.delete(directory);
    }
}
