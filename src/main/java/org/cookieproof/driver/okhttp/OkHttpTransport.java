package org.cookieproof.driver.okhttp;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import okhttp3.Cookie;
import okhttp3.OkHttpClient;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.OkHttpExchanger;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.SameSite;

/** One OkHttp client and its jar; a restart makes both anew from the file that the jar has written. */
final class OkHttpTransport implements Transport {

    private final Surroundings surroundings;
    private final CaTrust trust;
    private final InstantSource clock;
    private RfcCookieJar jar;
    private OkHttpExchanger exchanger;

    OkHttpTransport(Surroundings surroundings, CaTrust trust, InstantSource clock) {
        this.surroundings = surroundings;
        this.trust = trust;
        this.clock = clock;
        this.jar = newJar();
        this.exchanger = newExchanger();
    }

    private RfcCookieJar newJar() {
        Path file = surroundings.scratch().resolve("okhttp-cookies.tsv");
        return new RfcCookieJar(clock, new CookieFile(file));
    }

    private OkHttpExchanger newExchanger() {
        return new OkHttpExchanger(new OkHttpClient.Builder().cookieJar(jar), surroundings, trust);
    }

    @Override
    public String engine() {
        return OkHttpExchanger.ENGINE;
    }

    @Override
    public Reply send(Call call) {
        return exchanger.send(call);
    }

    @Override
    public Jar jar() {
        return new Jar.Known(jar.cookies().stream().map(OkHttpTransport::held).toList(), true);
    }

    private static Jar.Held held(Cookie cookie) {
        return new Jar.Held(
                cookie.name(),
                cookie.value(),
                cookie.domain(),
                cookie.hostOnly(),
                cookie.path(),
                cookie.persistent() ? Instant.ofEpochMilli(cookie.expiresAt()) : null,
                cookie.secure(),
                cookie.httpOnly(),
                sameSite(cookie));
    }

    private static SameSite sameSite(Cookie cookie) {
        String said = cookie.sameSite();
        return switch (said == null ? "" : said.toLowerCase(Locale.ROOT)) {
            case "strict" -> SameSite.STRICT;
            case "lax" -> SameSite.LAX;
            case "none" -> SameSite.NONE;
            default -> SameSite.UNSPECIFIED;
        };
    }

    @Override
    public void restart() {
        exchanger.close();
        jar = newJar();
        exchanger = newExchanger();
    }

    @Override
    public void close() {
        exchanger.close();
    }
}
