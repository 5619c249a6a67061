package org.cookieproof.driver.okhttp;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.cookieproof.driver.CaTrusts;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Makes an OkHttp client for each session. */
final class OkHttpDriver implements UserAgentDriver {

    private final CaTrusts trusts = new CaTrusts();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        String setting = profile.setting("jar").orElse("rfc6265");
        Supplier<TellingJar> jars = switch (setting) {
            case "rfc6265" ->
                () -> new RfcCookieJar(
                        InstantSource.system(),
                        new CookieFile(surroundings.scratch().resolve("okhttp-cookies.tsv")));
            case "java-net" -> () -> new JavaNetJar(InstantSource.system());
            default ->
                throw new UserAgentBrokenException(profile.file() + ": unknown jar '" + setting
                        + "' for OkHttp; there are 'rfc6265' and 'java-net'");
        };
        return new ClientSession(profile, new OkHttpTransport(surroundings, trusts.in(surroundings.ca()), jars));
    }

    @Override
    public void close() {
        // every session has closed its own connections, and there are no processes
    }
}
