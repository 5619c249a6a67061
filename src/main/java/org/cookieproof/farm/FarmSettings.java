package org.cookieproof.farm;

import java.time.InstantSource;

/**
 * What a farm is started with.
 *
 * @param httpPort     loopback port for plain HTTP, 0 for any free one
 * @param httpsPort    loopback port for TLS, 0 for any free one
 * @param accountCount how many accounts there are; bounds how many cells can run at once
 * @param version      what {@link Farm#switchTo} can exchange
 * @param mechanisms   how it does what real deployments once did wrong
 * @param clock        what sessions, tokens, cookies and the Date field go by
 * @param randomness   what accounts, passwords, ids and tokens come from
 */
public record FarmSettings(
        int httpPort,
        int httpsPort,
        int accountCount,
        Version version,
        Mechanisms mechanisms,
        InstantSource clock,
        Randomness randomness) {

    public FarmSettings {
        requirePort(httpPort);
        requirePort(httpsPort);
        if (accountCount < 1) {
            throw new IllegalArgumentException("a farm needs an account, not " + accountCount);
        }
    }

    /** Free ports, 48 accounts, logins on either scheme, healthy, the system's clock, other values each time. */
    public static FarmSettings defaults() {
        return new FarmSettings(
                0, 0, 48, Version.standard(), Mechanisms.healthy(), InstantSource.system(), Randomness.fresh());
    }

    public FarmSettings withPorts(int http, int https) {
        return new FarmSettings(http, https, accountCount, version, mechanisms, clock, randomness);
    }

    public FarmSettings withAccountCount(int count) {
        return new FarmSettings(httpPort, httpsPort, count, version, mechanisms, clock, randomness);
    }

    public FarmSettings withVersion(Version choice) {
        return new FarmSettings(httpPort, httpsPort, accountCount, choice, mechanisms, clock, randomness);
    }

    public FarmSettings withSecureLogin(boolean secure) {
        return withVersion(new Version(secure, version.centralCookies()));
    }

    public FarmSettings withMechanisms(Mechanisms choice) {
        return new FarmSettings(httpPort, httpsPort, accountCount, version, choice, clock, randomness);
    }

    public FarmSettings withClock(InstantSource source) {
        return new FarmSettings(httpPort, httpsPort, accountCount, version, mechanisms, source, randomness);
    }

    /** The same accounts, passwords and ids for the same seed, as long as the same is asked in the same order. */
    public FarmSettings withSeed(long seed) {
        return new FarmSettings(httpPort, httpsPort, accountCount, version, mechanisms, clock, Randomness.seeded(seed));
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }
}
