package org.cookieproof.driver.okhttp;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.time.InstantSource;
import okhttp3.CookieJar;
import okhttp3.java.net.cookiejar.JavaNetCookieJar;
import org.cookieproof.driver.DatedCookieStore;
import org.cookieproof.evidence.Jar;

/**
 * OkHttp's bridge to the JDK's cookie manager, as its documentation sets it up; the manager keeps nothing on disk. OkHttp
 * reads the lines, the manager matches, and OkHttp reads what the manager would send.
 */
final class JavaNetJar implements TellingJar {

    private final DatedCookieStore store;
    private final CookieJar jar;

    JavaNetJar(InstantSource clock) {
        this.store = new DatedCookieStore(new CookieManager().getCookieStore(), clock);
        this.jar = new JavaNetCookieJar(new CookieManager(store, CookiePolicy.ACCEPT_ORIGINAL_SERVER));
    }

    @Override
    public CookieJar forOkHttp() {
        return jar;
    }

    @Override
    public Jar tell() {
        return store.jar();
    }
}
