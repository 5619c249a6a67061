package org.cookieproof.driver.jdk;

import java.net.CookiePolicy;
import java.net.http.HttpClient;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cookieproof.driver.CaTrusts;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;

/** Makes a {@link HttpClient} with a cookie manager for each session. */
final class JdkDriver implements UserAgentDriver {

    /** It writes each line that it refuses to stderr; whether a cookie was refused shows on the wire. Held: loggers are collected. */
    private static final Logger REFUSALS = Logger.getLogger("java.net.CookieManager");

    static {
        REFUSALS.setLevel(Level.OFF);
    }

    private final CaTrusts trusts = new CaTrusts();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        return new ClientSession(
                profile,
                new JdkTransport(surroundings, trusts.in(surroundings.ca()), policy(profile), redirects(profile)));
    }

    private static CookiePolicy policy(Profile profile) {
        String name = profile.setting("policy").orElse("ACCEPT_ORIGINAL_SERVER");
        return switch (name) {
            case "ACCEPT_ORIGINAL_SERVER" -> CookiePolicy.ACCEPT_ORIGINAL_SERVER;
            case "ACCEPT_ALL" -> CookiePolicy.ACCEPT_ALL;
            case "ACCEPT_NONE" -> CookiePolicy.ACCEPT_NONE;
            default ->
                throw new UserAgentBrokenException(profile.file() + ": unknown policy '" + name
                        + "'; there are ACCEPT_ORIGINAL_SERVER, ACCEPT_ALL and ACCEPT_NONE");
        };
    }

    private static HttpClient.Redirect redirects(Profile profile) {
        String name = profile.setting("redirects").orElse("NORMAL");
        return switch (name) {
            case "NORMAL" -> HttpClient.Redirect.NORMAL;
            case "ALWAYS" -> HttpClient.Redirect.ALWAYS;
            case "NEVER" -> HttpClient.Redirect.NEVER;
            default ->
                throw new UserAgentBrokenException(
                        profile.file() + ": unknown redirects '" + name + "'; there are NORMAL, ALWAYS and NEVER");
        };
    }

    @Override
    public void close() {
        // every session ends its own threads, and there are no processes
    }
}
