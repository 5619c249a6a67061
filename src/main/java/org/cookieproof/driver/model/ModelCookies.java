package org.cookieproof.driver.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.OkHttpExchanger;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.http.cookie.PublicSuffixes;

/** Between OkHttp and the network, where each hop of a redirect passes by itself. */
final class ModelCookies implements Interceptor {

    private final CookieJar jar;
    private final ModelSettings settings;
    private final PublicSuffixes suffixes;
    private Errand errand;

    ModelCookies(CookieJar jar, ModelSettings settings, PublicSuffixes suffixes) {
        this.jar = jar;
        this.settings = settings;
        this.suffixes = suffixes;
        this.errand = new Errand(null, false, suffixes);
    }

    /** What passes from now on is this call with its redirects: one session makes one call at a time. */
    void begin(Call call) {
        errand = new Errand(settings.hasPages() ? call.asker() : null, settings.tellsItsContext(), suffixes);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Url url = OkHttpExchanger.url(request.url());
        CookieContext context = errand.context(url, request.method());
        Response response = chain.proceed(dressed(request, url, jar.cookieHeader(context)));
        jar.use(context);
        response.headers("Set-Cookie").forEach(line -> jar.receive(octets(line), context));
        return response;
    }

    private Request dressed(Request request, Url url, String cookies) {
        Headers.Builder headers = request.headers().newBuilder();
        settings.userAgent().ifPresent(name -> headers.set("User-Agent", name));
        errand.fields(url).forEach(headers::set);
        if (!cookies.isEmpty()) {
            headers.addUnsafeNonAscii("Cookie", text(cookies));
        }
        return request.newBuilder().headers(headers.build()).build();
    }

    /** OkHttp takes header octets for UTF-8; the model wants each as a character of its own. */
    private static String octets(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String text(String octets) {
        return new String(octets.getBytes(ISO_8859_1), UTF_8);
    }
}
