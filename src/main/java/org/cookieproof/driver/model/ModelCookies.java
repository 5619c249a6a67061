package org.cookieproof.driver.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.cookieproof.driver.OkHttpExchanger;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieJar;

/** Between OkHttp and the network, where each hop of a redirect passes by itself. */
final class ModelCookies implements Interceptor {

    private final CookieJar jar;

    ModelCookies(CookieJar jar) {
        this.jar = jar;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        // The app knows no pages: whatever it asks for, it asks of its own.
        CookieContext context = CookieContext.direct(OkHttpExchanger.url(request.url()));
        String cookies = jar.cookieHeader(context);
        Response response = chain.proceed(cookies.isEmpty() ? request : with(request, cookies));
        response.headers("Set-Cookie").forEach(line -> jar.receive(octets(line), context));
        return response;
    }

    private static Request with(Request request, String cookies) {
        return request.newBuilder()
                .headers(request.headers()
                        .newBuilder()
                        .addUnsafeNonAscii("Cookie", text(cookies))
                        .build())
                .build();
    }

    /** OkHttp takes header octets for UTF-8; the model wants each as a character of its own. */
    private static String octets(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String text(String octets) {
        return new String(octets.getBytes(ISO_8859_1), UTF_8);
    }
}
