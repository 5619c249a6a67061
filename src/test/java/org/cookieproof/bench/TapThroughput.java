package org.cookieproof.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.tap.Tap;
import org.cookieproof.tap.TapLease;
import org.cookieproof.tap.TapSettings;

/** Requests per second to a small server, direct and through the tap, kept-alive connections of OkHttp. */
final class TapThroughput implements AutoCloseable {

    private static final byte[] ANSWER = "0123456789abcdef".repeat(64).getBytes(StandardCharsets.US_ASCII);
    private static final int LEASED = 1000;

    static {
        // Read once by the JDK's server; without it each kept-alive answer waits for an acknowledgement, some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService serving = Executors.newFixedThreadPool(8);
    private final HttpServer server;
    private final Tap tap;

    TapThroughput(Path scratch) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, ANSWER.length);
            // Not exchange.close(): that ends the connection where nobody asked for the request's body.
            exchange.getResponseBody().write(ANSWER);
            exchange.getResponseBody().close();
        });
        server.setExecutor(serving);
        server.start();
        tap = Tap.start(new TapSettings(
                Map.of(new Endpoint(Scheme.HTTP, "bench.test"), server.getAddress()), List.of(), scratch, 1 << 20));
    }

    double direct(int threads, int requests) throws InterruptedException, ExecutionException {
        return perSecond(
                new OkHttpClient(), "http://127.0.0.1:" + server.getAddress().getPort() + "/", threads, requests);
    }

    /** In leases of a thousand, since a recording keeps what it has seen and a cell is bounded. */
    double throughTheTap(int threads, int requests) throws InterruptedException, ExecutionException {
        double seconds = 0;
        for (int left = requests; left > 0; left -= LEASED) {
            try (TapLease lease = tap.lease(List.of())) {
                OkHttpClient client = new OkHttpClient.Builder()
                        .proxy(new Proxy(Proxy.Type.HTTP, lease.address()))
                        .build();
                seconds += LEASED / perSecond(client, "http://bench.test/", threads, LEASED);
            }
        }
        return requests / seconds;
    }

    private static double perSecond(OkHttpClient plain, String url, int threads, int requests)
            throws InterruptedException, ExecutionException {
        OkHttpClient client =
                plain.newBuilder().socketFactory(new PromptSockets()).build();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            long began = System.nanoTime();
            List<Future<?>> all = new java.util.ArrayList<>();
            for (int t = 0; t < threads; t++) {
                all.add(workers.submit(() -> ask(client, url, requests / threads)));
            }
            for (Future<?> one : all) {
                one.get();
            }
            return requests / ((System.nanoTime() - began) / 1e9);
        } finally {
            workers.shutdown();
            client.connectionPool().evictAll();
        }
    }

    private static Void ask(OkHttpClient client, String url, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (Response response =
                    client.newCall(new Request.Builder().url(url).build()).execute()) {
                if (response.body().bytes().length != ANSWER.length) {
                    throw new IllegalStateException("another answer");
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        tap.close();
        server.stop(0);
        serving.shutdown();
    }
}
