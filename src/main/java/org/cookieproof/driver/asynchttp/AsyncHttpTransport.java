package org.cookieproof.driver.asynchttp;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.AsyncHttpClientConfig;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.ListenableFuture;
import org.asynchttpclient.RequestBuilder;
import org.asynchttpclient.Response;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.Pending;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;

/** One AsyncHttpClient; it keeps its cookies in memory, so that a restart empties it. */
final class AsyncHttpTransport implements Transport {

    private static final String POM = "/META-INF/maven/org.asynchttpclient/async-http-client/pom.properties";

    private final Surroundings surroundings;
    private final CaTrust trust;
    private AsyncHttpClient client;

    AsyncHttpTransport(Surroundings surroundings, CaTrust trust) {
        this.surroundings = surroundings;
        this.trust = trust;
        this.client = newClient();
    }

    private AsyncHttpClient newClient() {
        AsyncHttpClientConfig config = Dsl.config()
                .setThreadPoolName("async-http-client")
                .setIoThreadsCount(1)
                .setFollowRedirect(true)
                // A request sent twice would be no observation of one.
                .setMaxRequestRetry(0)
                .setRequestTimeout(surroundings.patience().multipliedBy(2))
                .setReadTimeout(surroundings.patience().multipliedBy(2))
                .setSslContext(tls())
                .setProxyServer(Dsl.proxyServer(
                        surroundings.proxy().getAddress().getHostAddress(),
                        surroundings.proxy().getPort()))
                .build();
        return Dsl.asyncHttpClient(config);
    }

    private SslContext tls() {
        try {
            return SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .trustManager(trust.ca())
                    .build();
        } catch (SSLException e) {
            throw new UserAgentBrokenException("cannot trust the run's CA: " + e.getMessage(), e);
        }
    }

    @Override
    public String engine() {
        // Its own AHC_VERSION is "${pom.version}" in 3.0.2.
        try (InputStream told = AsyncHttpClient.class.getResourceAsStream(POM)) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(told, POM));
            return "AsyncHttpClient " + properties.getProperty("version");
        } catch (IOException e) {
            throw new UserAgentBrokenException("AsyncHttpClient does not tell its version", e);
        }
    }

    @Override
    public Reply send(Call call) {
        ListenableFuture<Response> answer = client.executeRequest(request(call).build());
        return new Pending<>("AsyncHttpClient", call, answer, () -> answer.cancel(true))
                .within(surroundings.patience(), AsyncHttpTransport::reply);
    }

    private static RequestBuilder request(Call call) {
        RequestBuilder request = Dsl.request(call.method(), call.url().toString());
        Call.Content content = call.content();
        if (content != null) {
            request.setBody(content.body().bytes());
            request.setHeader("Content-Type", content.type());
        }
        if (call.referer() != null) {
            request.setHeader("Referer", call.referer());
        }
        for (Map.Entry<String, String> field : call.headers().entrySet()) {
            request.setHeader(field.getKey(), field.getValue());
        }
        return request;
    }

    private static Reply reply(Response response) {
        String type = response.getContentType();
        return new Reply.Got(
                Url.parse(response.getUri().toUrl()),
                response.getStatusCode(),
                type == null ? "" : type,
                Body.of(response.getResponseBodyAsBytes()));
    }

    @Override
    public Jar jar() {
        return new Jar.Opaque("AsyncHttpClient's store does not tell the host of a cookie that came without Domain");
    }

    @Override
    public void restart() {
        close();
        client = newClient();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UserAgentBrokenException("AsyncHttpClient does not close: " + e.getMessage(), e);
        }
    }
}
