package org.cookieproof.driver.urlconnection;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.HttpsURLConnection;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.DatedCookieStore;
import org.cookieproof.driver.Pending;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** Connections of one thread and their cookie manager, which keeps nothing on disk: a restart empties it. */
final class UrlConnectionTransport implements Transport {

    /** As many as the JDK follows by itself within one scheme. */
    private static final int MAX_HOPS = 20;

    private final Surroundings surroundings;
    private final CaTrust trust;
    private final PerThreadCookies cookies = PerThreadCookies.installed();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "url-connection");
        made.setDaemon(true);
        return made;
    });
    private DatedCookieStore store = newStore();

    UrlConnectionTransport(Surroundings surroundings, CaTrust trust) {
        this.surroundings = surroundings;
        this.trust = trust;
    }

    private static DatedCookieStore newStore() {
        return new DatedCookieStore(new CookieManager().getCookieStore(), InstantSource.system());
    }

    @Override
    public String engine() {
        return "JDK HttpURLConnection " + Runtime.version();
    }

    @Override
    public Reply send(Call call) {
        DatedCookieStore jar = store;
        AtomicReference<@Nullable HttpURLConnection> current = new AtomicReference<>();
        return new Pending<>(
                        "HttpURLConnection",
                        call,
                        thread.submit(() -> {
                            cookies.use(new CookieManager(jar, CookiePolicy.ACCEPT_ORIGINAL_SERVER));
                            return followed(call, current);
                        }),
                        () -> disconnect(current.get()))
                .within(surroundings.patience(), reply -> reply);
    }

    private static void disconnect(@Nullable HttpURLConnection connection) {
        if (connection != null) {
            connection.disconnect();
        }
    }

    /** The JDK follows no redirect that changes the scheme; whoever must logs in by a loop like this one. */
    private Reply followed(Call call, AtomicReference<@Nullable HttpURLConnection> current) throws IOException {
        Call next = call;
        for (int hop = 0; hop <= MAX_HOPS; hop++) {
            HttpURLConnection connection = connection(next);
            current.set(connection);
            Reply.Got got = got(connection);
            String location = connection.getHeaderField("Location");
            if (got.status() / 100 != 3 || location == null) {
                return got;
            }
            URI onward = URI.create(got.url().toString()).resolve(location);
            next = new Call("GET", Url.parse(onward.toString()), null, null, call.headers());
        }
        return new Reply.Failed(next.url(), "redirected more than " + MAX_HOPS + " times");
    }

    private HttpURLConnection connection(Call call) throws IOException {
        URL url = new URL(call.url().toString());
        HttpURLConnection connection =
                (HttpURLConnection) url.openConnection(new Proxy(Proxy.Type.HTTP, surroundings.proxy()));
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(trust.context().getSocketFactory());
        }
        // Whoever waits gives up before; this ends the thread where disconnecting does not.
        connection.setReadTimeout(Math.toIntExact(surroundings.patience().toMillis()) * 2);
        connection.setRequestMethod(call.method());
        if (call.referer() != null) {
            connection.setRequestProperty("Referer", call.referer());
        }
        call.headers().forEach(connection::setRequestProperty);
        Call.Content content = call.content();
        if (content != null) {
            connection.setRequestProperty("Content-Type", content.type());
            connection.setDoOutput(true);
            try (var out = connection.getOutputStream()) {
                out.write(content.body().bytes());
            }
        }
        return connection;
    }

    /** Closes the connection as well: the JDK's pool is one for the whole virtual machine, so for all cells. */
    private static Reply.Got got(HttpURLConnection connection) throws IOException {
        try {
            int status = connection.getResponseCode();
            byte[] body;
            try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
                body = in == null ? new byte[0] : in.readAllBytes();
            }
            String type = connection.getContentType();
            return new Reply.Got(
                    Url.parse(connection.getURL().toString()), status, type == null ? "" : type, Body.of(body));
        } finally {
            connection.disconnect();
        }
    }

    @Override
    public Jar jar() {
        return store.jar();
    }

    @Override
    public void restart() {
        store = newStore();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
