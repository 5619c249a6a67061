package org.cookieproof.farm;

import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What a farm is started with.
 *
 * @param httpPort     loopback port for plain HTTP, 0 for any free one
 * @param httpsPort    loopback port for TLS, 0 for any free one
 * @param accountCount how many accounts there are; bounds how many cells can run at once
 * @param secureLogin  MediaWiki's $wgSecureLogin: the login form moves to https and sets {@code forceHTTPS}; if not,
 *                     a login stays on the scheme where it began
 * @param mechanisms   how it does what real deployments once did wrong
 * @param clock        what sessions, tokens, cookies and the Date field go by
 * @param random       what ids, tokens and passwords come from
 */
public record FarmSettings(
        int httpPort,
        int httpsPort,
        int accountCount,
        boolean secureLogin,
        Mechanisms mechanisms,
        InstantSource clock,
        SecureRandom random) {

    public FarmSettings {
        requirePort(httpPort);
        requirePort(httpsPort);
        if (accountCount < 1) {
            throw new IllegalArgumentException("a farm needs an account, not " + accountCount);
        }
    }

    /** Free ports, 48 accounts, logins on either scheme, healthy, the system's clock. */
    public static FarmSettings defaults() {
        return new FarmSettings(0, 0, 48, false, Mechanisms.healthy(), InstantSource.system(), new SecureRandom());
    }

    public FarmSettings withPorts(int http, int https) {
        return new FarmSettings(http, https, accountCount, secureLogin, mechanisms, clock, random);
    }

    public FarmSettings withAccountCount(int count) {
        return new FarmSettings(httpPort, httpsPort, count, secureLogin, mechanisms, clock, random);
    }

    public FarmSettings withSecureLogin(boolean secure) {
        return new FarmSettings(httpPort, httpsPort, accountCount, secure, mechanisms, clock, random);
    }

    public FarmSettings withMechanisms(Mechanisms choice) {
        return new FarmSettings(httpPort, httpsPort, accountCount, secureLogin, choice, clock, random);
    }

    public FarmSettings withClock(InstantSource source) {
        return new FarmSettings(httpPort, httpsPort, accountCount, secureLogin, mechanisms, source, random);
    }

    public FarmSettings withRandom(SecureRandom source) {
        return new FarmSettings(httpPort, httpsPort, accountCount, secureLogin, mechanisms, clock, source);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }
}
