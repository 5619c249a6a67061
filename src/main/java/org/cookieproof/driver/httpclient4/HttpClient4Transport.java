package org.cookieproof.driver.httpclient4;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.cookie.ClientCookie;
import org.apache.http.cookie.Cookie;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.BasicCookieStore;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.client.LaxRedirectStrategy;
import org.apache.http.util.EntityUtils;
import org.apache.http.util.VersionInfo;
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

/** One HttpClient with its own cookie store, which keeps nothing on disk: a restart empties it. */
final class HttpClient4Transport implements Transport {

    private final Surroundings surroundings;
    private final CaTrust trust;
    // HttpClient bounds each wait for a packet, not a whole call: that needs a second thread.
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "apache-httpclient4");
        made.setDaemon(true);
        return made;
    });
    private BasicCookieStore store = new BasicCookieStore();
    private CloseableHttpClient client;

    HttpClient4Transport(Surroundings surroundings, CaTrust trust) {
        this.surroundings = surroundings;
        this.trust = trust;
        this.client = newClient();
    }

    private CloseableHttpClient newClient() {
        return HttpClients.custom()
                .setSSLContext(trust.context())
                .setProxy(new HttpHost(
                        surroundings.proxy().getAddress(), surroundings.proxy().getPort(), "http"))
                .setDefaultCookieStore(store)
                // What whoever logs in by a form sets: by default it stops at the redirect after a POST.
                .setRedirectStrategy(new LaxRedirectStrategy())
                .build();
    }

    @Override
    public String engine() {
        VersionInfo info =
                VersionInfo.loadVersionInfo("org.apache.http.client", getClass().getClassLoader());
        return "Apache HttpClient " + (info == null ? "4 (version not told)" : info.getRelease());
    }

    @Override
    public Reply send(Call call) {
        HttpUriRequest request;
        try {
            request = request(call);
        } catch (IllegalArgumentException e) {
            return new Reply.Failed(call.url(), "HttpClient does not take this request: " + e.getMessage());
        }
        return new Pending<>("HttpClient", call, thread.submit(() -> execute(call, request)), request::abort)
                .within(surroundings.patience(), reply -> reply);
    }

    private static HttpUriRequest request(Call call) {
        RequestBuilder request = RequestBuilder.create(call.method())
                .setUri(URI.create(call.url().toString()));
        Call.Content content = call.content();
        if (content != null) {
            request.setEntity(new ByteArrayEntity(content.body().bytes()));
            request.setHeader("Content-Type", content.type());
        }
        if (call.referer() != null) {
            request.setHeader("Referer", call.referer());
        }
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private Reply execute(Call call, HttpUriRequest request) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        return client.execute(request, response -> reply(call, context, response), context);
    }

    private static Reply reply(Call call, HttpClientContext context, HttpResponse response) throws IOException {
        List<URI> hops = context.getRedirectLocations();
        Header type = response.getFirstHeader("Content-Type");
        byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
        return new Reply.Got(
                hops == null || hops.isEmpty()
                        ? call.url()
                        : Url.parse(hops.get(hops.size() - 1).toString()),
                response.getStatusLine().getStatusCode(),
                type == null ? "" : type.getValue(),
                Body.of(body));
    }

    @Override
    public Jar jar() {
        return new Jar.Known(
                store.getCookies().stream().map(HttpClient4Transport::held).toList(), true);
    }

    private static Jar.Held held(Cookie cookie) {
        String domain = cookie.getDomain() == null ? "" : cookie.getDomain();
        ClientCookie told = (ClientCookie) cookie;
        return new Jar.Held(
                cookie.getName(),
                cookie.getValue() == null ? "" : cookie.getValue(),
                domain.startsWith(".") ? domain.substring(1) : domain,
                !told.containsAttribute(ClientCookie.DOMAIN_ATTR),
                cookie.getPath() == null ? "" : cookie.getPath(),
                cookie.getExpiryDate() == null ? null : cookie.getExpiryDate().toInstant(),
                cookie.isSecure(),
                // it has no handler for it, yet the attribute stays
                told.containsAttribute("httponly"),
                null);
    }

    @Override
    public void restart() {
        closeClient();
        store = new BasicCookieStore();
        client = newClient();
    }

    private void closeClient() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot close HttpClient", new UncheckedIOException(e));
        }
    }

    @Override
    public void close() {
        closeClient();
        thread.shutdownNow();
    }
}
