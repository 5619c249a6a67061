package org.cookieproof.bench;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Body;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.tap.TapLease;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would write who wanted the requests of {@code logout/this-session} and nothing else: the same client,
 * the same tap, the same requests in the same order, no evidence and no check.
 */
final class BareHttpFlow {

    private final Place place;
    private final Scheme scheme;
    private final SSLContext tls;
    private final X509TrustManager trust;

    BareHttpFlow(Place place, Scheme scheme, SSLContext tls, X509TrustManager trust) {
        this.place = place;
        this.scheme = scheme;
        this.tls = tls;
        this.trust = trust;
    }

    /** Plays it once; returns what the tap saw of it. */
    Recording play() throws IOException {
        try (TapLease lease = place.tap().lease(List.of())) {
            OkHttpClient client = new OkHttpClient.Builder()
                    .cookieJar(new Jar())
                    .proxy(new Proxy(Proxy.Type.HTTP, lease.address()))
                    .sslSocketFactory(tls.getSocketFactory(), trust)
                    .socketFactory(new PromptSockets())
                    .callTimeout(Duration.ofSeconds(20))
                    .build();
            logIn(client);
            whoAmI(client, lease);
            logOut(client);
            get(client, "/wiki/Main_Page");
            whoAmI(client, lease);
            lease.raw().send("GET", place.first(scheme, "/wiki/Main_Page"), Headers.NONE, Body.EMPTY);
            lease.raw().send("GET", place.first(scheme, api()), Headers.NONE, Body.EMPTY);
            place.askHandOffsAgain(lease);
            client.connectionPool().evictAll();
            return lease.recording();
        }
    }

    private void logIn(OkHttpClient client) throws IOException {
        String form = get(client, "/w/index.php?title=Special:UserLogin&returnto=Main+Page");
        String page = send(
                client,
                "/w/index.php?title=Special:UserLogin&returnto=Main+Page",
                new FormBody.Builder()
                        .add("wpName", place.account().name())
                        .add("wpPassword", place.account().password())
                        .add("wpLoginToken", token(form, "wpLoginToken"))
                        .add("title", "Special:UserLogin")
                        .add("returnto", "Main Page")
                        .build());
        if (!page.contains("\"wgUserName\":\"")) {
            throw new IllegalStateException("the bare script did not get in");
        }
    }

    private void logOut(OkHttpClient client) throws IOException {
        String form = get(client, "/wiki/Special:UserLogout");
        send(
                client,
                "/wiki/Special:UserLogout",
                new FormBody.Builder()
                        .add("wpEditToken", token(form, "wpEditToken"))
                        .add("title", "Special:UserLogout")
                        .build());
    }

    private void whoAmI(OkHttpClient client, TapLease lease) throws IOException {
        get(client, api());
        lease.raw().send("GET", place.first(scheme, api()), Headers.NONE, Body.EMPTY);
    }

    private String api() {
        return place.run().target().flows().whoAmI().api().orElseThrow().target();
    }

    private static String token(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("a form without " + name);
        }
        return found.group(1);
    }

    private String get(OkHttpClient client, String target) throws IOException {
        return send(client, target, null);
    }

    private String send(OkHttpClient client, String target, @Nullable RequestBody content) throws IOException {
        Request.Builder request =
                new Request.Builder().url(place.first(scheme, target).toString());
        request.method(content == null ? "GET" : "POST", content);
        try (Response response = client.newCall(request.build()).execute()) {
            return response.body().string();
        }
    }

    /** As people write it: a list, with OkHttp's own matching. */
    private static final class Jar implements CookieJar {

        private final java.util.Map<String, Cookie> cookies = new java.util.LinkedHashMap<>();

        @Override
        public synchronized void saveFromResponse(HttpUrl url, List<Cookie> received) {
            for (Cookie cookie : received) {
                cookies.put(cookie.name() + ";" + cookie.domain() + ";" + cookie.path(), cookie);
            }
            cookies.values().removeIf(c -> c.expiresAt() < System.currentTimeMillis());
        }

        @Override
        public synchronized List<Cookie> loadForRequest(HttpUrl url) {
            return cookies.values().stream().filter(c -> c.matches(url)).toList();
        }
    }
}
