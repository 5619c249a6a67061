package org.cookieproof.driver.model;

import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.OkHttpExchanger;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.Cookie;

/** OkHttp carries the requests and follows redirects; its own cookie handling is off, and the model sees every hop. */
final class ModelTransport implements Transport {

    private final String name;
    private final org.cookieproof.http.cookie.CookieJar jar;
    private final ModelCookies cookies;
    private final OkHttpExchanger exchanger;

    ModelTransport(
            String name,
            org.cookieproof.http.cookie.CookieJar jar,
            ModelCookies cookies,
            Surroundings surroundings,
            CaTrust trust) {
        this.name = name;
        this.cookies = cookies;
        this.jar = jar;
        this.exchanger = new OkHttpExchanger(
                new OkHttpClient.Builder().cookieJar(CookieJar.NO_COOKIES).addNetworkInterceptor(cookies),
                surroundings,
                trust);
    }

    @Override
    public String engine() {
        return "model of " + name + " over " + OkHttpExchanger.ENGINE;
    }

    @Override
    public Reply send(Call call) {
        cookies.begin(call);
        return exchanger.send(call);
    }

    @Override
    public Jar jar() {
        return new Jar.Known(jar.cookies().stream().map(ModelTransport::held).toList(), true);
    }

    private static Jar.Held held(Cookie cookie) {
        return new Jar.Held(
                cookie.name(),
                cookie.value(),
                cookie.domain(),
                cookie.hostOnly(),
                cookie.path(),
                cookie.expiry(),
                cookie.secure(),
                cookie.httpOnly(),
                cookie.sameSite());
    }

    @Override
    public void restart() {
        jar.endSession();
    }

    @Override
    public void close() {
        exchanger.close();
    }
}
