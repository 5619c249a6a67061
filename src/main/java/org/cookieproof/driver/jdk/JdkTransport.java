package org.cookieproof.driver.jdk;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.DatedCookieStore;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;

/** One JDK client and its cookie manager, which keeps nothing on disk: a restart empties it. */
final class JdkTransport implements Transport {

    private final Surroundings surroundings;
    private final CaTrust trust;
    private final CookiePolicy policy;
    private final HttpClient.Redirect redirects;
    private final ExecutorService threads;
    private DatedCookieStore store;
    private HttpClient client;

    JdkTransport(Surroundings surroundings, CaTrust trust, CookiePolicy policy, HttpClient.Redirect redirects) {
        this.surroundings = surroundings;
        this.trust = trust;
        this.policy = policy;
        this.redirects = redirects;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "jdk-client");
            thread.setDaemon(true);
            return thread;
        });
        this.store = newStore();
        this.client = newClient();
    }

    private static DatedCookieStore newStore() {
        return new DatedCookieStore(new CookieManager().getCookieStore(), InstantSource.system());
    }

    private HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // what the recorder speaks; h2c upgrades would be noise
                .proxy(ProxySelector.of(surroundings.proxy()))
                .sslContext(trust.context())
                .followRedirects(redirects)
                .cookieHandler(new CookieManager(store, policy))
                .executor(threads)
                .build();
    }

    @Override
    public String engine() {
        return "JDK HttpClient " + Runtime.version();
    }

    @Override
    public Reply send(Call call) {
        CompletableFuture<HttpResponse<byte[]>> pending;
        try {
            pending = client.sendAsync(request(call), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IllegalArgumentException e) {
            return new Reply.Failed(call.url(), "the JDK does not take this request: " + e.getMessage());
        }
        try {
            return reply(pending.get(surroundings.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return new Reply.Failed(call.url(), String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new UserAgentBrokenException("the JDK client got no answer from " + call.url() + " in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while waiting for " + call.url(), e);
        }
    }

    private static HttpRequest request(Call call) {
        Call.Content content = call.content();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(call.url().toString()))
                .method(
                        call.method(),
                        content == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(
                                        content.body().bytes()));
        if (content != null) {
            request.header("Content-Type", content.type());
        }
        if (call.referer() != null) {
            request.header("Referer", call.referer());
        }
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    /** A redirect that the client gave up on comes out as if it were the last answer (after 5 of them, by default). */
    private Reply reply(HttpResponse<byte[]> response) {
        Url url = Url.parse(response.uri().toString());
        boolean isRedirect = response.statusCode() / 100 == 3
                && response.statusCode() != 304
                && response.headers().firstValue("Location").isPresent();
        if (isRedirect && redirects != HttpClient.Redirect.NEVER) {
            return new Reply.Failed(
                    url,
                    "the JDK client followed no further than to this redirect, to "
                            + response.headers().firstValue("Location").orElseThrow());
        }
        return new Reply.Got(
                url,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                Body.of(response.body()));
    }

    @Override
    public Jar jar() {
        return store.jar();
    }

    @Override
    public void restart() {
        store = newStore();
        client = newClient();
    }

    /** JDK 17 cannot close a client: without its threads and unreachable, it ends by itself. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
