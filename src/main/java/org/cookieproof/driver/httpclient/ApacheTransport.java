package org.cookieproof.driver.httpclient;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.protocol.RedirectLocations;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.VersionInfo;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;

/** One HttpClient with its own cookie store, which keeps nothing on disk: a restart empties it. */
final class ApacheTransport implements Transport {

    private final Surroundings surroundings;
    private final CaTrust trust;
    private final String cookieSpec;
    private final ExecutorService thread;
    private BasicCookieStore store = new BasicCookieStore();
    private CloseableHttpClient client;

    ApacheTransport(Surroundings surroundings, CaTrust trust, String cookieSpec) {
        this.surroundings = surroundings;
        this.trust = trust;
        this.cookieSpec = cookieSpec;
        // HttpClient bounds each wait for a packet, not a whole call: that needs a second thread.
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "apache-httpclient");
            made.setDaemon(true);
            return made;
        });
        this.client = newClient();
    }

    private CloseableHttpClient newClient() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust.context()))
                        .build())
                .setProxy(new HttpHost(
                        "http",
                        surroundings.proxy().getAddress(),
                        surroundings.proxy().getPort()))
                .setDefaultCookieStore(store)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setCookieSpec(cookieSpec)
                        // By default it offers TLS within http, which the recorder does not speak.
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .build();
    }

    @Override
    public String engine() {
        VersionInfo info =
                VersionInfo.loadVersionInfo("org.apache.hc.client5", getClass().getClassLoader());
        return "Apache HttpClient " + (info == null ? "5 (version not told)" : info.getRelease());
    }

    @Override
    public Reply send(Call call) {
        HttpUriRequestBase request;
        try {
            request = request(call);
        } catch (IllegalArgumentException e) {
            return new Reply.Failed(call.url(), "HttpClient does not take this request: " + e.getMessage());
        }
        Future<Reply> pending = thread.submit(() -> execute(call, request));
        try {
            return pending.get(surroundings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                return new Reply.Failed(call.url(), String.valueOf(failure));
            }
            throw new UserAgentBrokenException("HttpClient failed at " + call.url() + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            request.cancel();
            throw new UserAgentBrokenException("HttpClient got no answer from " + call.url() + " in time", e);
        } catch (InterruptedException e) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while waiting for " + call.url(), e);
        }
    }

    private static HttpUriRequestBase request(Call call) {
        HttpUriRequestBase request =
                new HttpUriRequestBase(call.method(), URI.create(call.url().toString()));
        Call.Content content = call.content();
        if (content != null) {
            request.setEntity(new ByteArrayEntity(content.body().bytes(), ContentType.parse(content.type())));
        }
        if (call.referer() != null) {
            request.setHeader("Referer", call.referer());
        }
        call.headers().forEach(request::setHeader);
        return request;
    }

    private Reply execute(Call call, HttpUriRequestBase request) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        return client.execute(request, context, response -> reply(call, context, response));
    }

    private static Reply reply(Call call, HttpClientContext context, ClassicHttpResponse response) throws IOException {
        RedirectLocations hops = context.getRedirectLocations();
        Header type = response.getFirstHeader("Content-Type");
        byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
        return new Reply.Got(
                hops == null || hops.size() == 0
                        ? call.url()
                        : Url.parse(hops.get(hops.size() - 1).toString()),
                response.getCode(),
                type == null ? "" : type.getValue(),
                Body.of(body));
    }

    @Override
    public Jar jar() {
        return new Jar.Known(
                store.getCookies().stream().map(ApacheCookies::held).toList(), true);
    }

    @Override
    public void restart() {
        client.close(CloseMode.IMMEDIATE);
        store = new BasicCookieStore();
        client = newClient();
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        thread.shutdownNow();
    }
}
