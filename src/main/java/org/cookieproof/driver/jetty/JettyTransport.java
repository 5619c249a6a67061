package org.cookieproof.driver.jetty;

import java.util.concurrent.CompletableFuture;
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
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Jetty;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** One Jetty client with its own cookie store, which keeps nothing on disk: a restart empties it. */
final class JettyTransport implements Transport {

    /** In octets; Jetty's own limit of 2 MiB is that of a convenience. */
    private static final int MAX_CONTENT = 1 << 26;

    private final Surroundings surroundings;
    private final CaTrust trust;
    private HttpClient client;

    JettyTransport(Surroundings surroundings, CaTrust trust) {
        this.surroundings = surroundings;
        this.trust = trust;
        this.client = started();
    }

    private HttpClient started() {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        tls.setSslContext(trust.context());
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(tls);
        connector.setSelectors(1);
        QueuedThreadPool threads = new QueuedThreadPool(8, 0);
        threads.setName("jetty-client");
        threads.setDaemon(true);
        connector.setExecutor(threads);
        HttpClient made = new HttpClient(new HttpClientTransportOverHTTP(connector));
        made.setExecutor(threads);
        made.setHttpCookieStore(new HttpCookieStore.Default());
        made.getProxyConfiguration()
                .addProxy(new HttpProxy(
                        surroundings.proxy().getAddress().getHostAddress(),
                        surroundings.proxy().getPort()));
        try {
            made.start();
            return made;
        } catch (Exception e) { // as LifeCycle.start declares it
            throw new UserAgentBrokenException("Jetty's client does not start: " + e, e);
        }
    }

    @Override
    public String engine() {
        return "Jetty client " + Jetty.VERSION;
    }

    @Override
    public Reply send(Call call) {
        Request request = request(call);
        CompletableFuture<ContentResponse> answer = new CompletableResponseListener(request, MAX_CONTENT).send();
        return new Pending<>("Jetty's client", call, answer, () -> {
                    var unused = request.abort(new UserAgentBrokenException("no answer in time"));
                })
                .within(surroundings.patience(), JettyTransport::reply);
    }

    private Request request(Call call) {
        Request request = client.newRequest(call.url().toString()).method(call.method());
        Call.Content content = call.content();
        if (content != null) {
            request.body(new BytesRequestContent(content.type(), content.body().bytes()));
        }
        return request.headers(fields -> {
            if (call.referer() != null) {
                fields.put(HttpHeader.REFERER, call.referer());
            }
            call.headers().forEach((name, value) -> fields.put(name, value));
        });
    }

    private static Reply reply(ContentResponse response) {
        String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return new Reply.Got(
                Url.parse(response.getRequest().getURI().toString()),
                response.getStatus(),
                type == null ? "" : type,
                Body.of(response.getContent()));
    }

    @Override
    public Jar jar() {
        return new Jar.Opaque("Jetty's store does not tell the host of a cookie that came without Domain");
    }

    @Override
    public void restart() {
        close();
        client = started();
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) { // as LifeCycle.stop declares it
            throw new UserAgentBrokenException("Jetty's client does not stop: " + e, e);
        }
    }
}
