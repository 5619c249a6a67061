package org.cookieproof.driver.okhttp;

import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.OkHttpExchanger;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.evidence.Jar;

/** One OkHttp client and its jar; a restart makes both anew, the jar from what it has kept on disk. */
final class OkHttpTransport implements Transport {

    private final Surroundings surroundings;
    private final CaTrust trust;
    private final Supplier<TellingJar> jars;
    private TellingJar jar;
    private OkHttpExchanger exchanger;

    OkHttpTransport(Surroundings surroundings, CaTrust trust, Supplier<TellingJar> jars) {
        this.surroundings = surroundings;
        this.trust = trust;
        this.jars = jars;
        this.jar = jars.get();
        this.exchanger = newExchanger();
    }

    private OkHttpExchanger newExchanger() {
        return new OkHttpExchanger(new OkHttpClient.Builder().cookieJar(jar.forOkHttp()), surroundings, trust);
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
        return jar.tell();
    }

    @Override
    public void restart() {
        exchanger.close();
        jar = jars.get();
        exchanger = newExchanger();
    }

    @Override
    public void close() {
        exchanger.close();
    }
}
