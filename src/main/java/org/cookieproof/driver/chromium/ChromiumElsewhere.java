package org.cookieproof.driver.chromium;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.cookieproof.driver.NotPossibleException;
import org.cookieproof.profile.Profile;

/**
 * How a Chromium on a machine whose disk we cannot write to is started: by flags and preferences alone.
 *
 * @param preferences as chromedriver writes them into the new profile
 */
public record ChromiumElsewhere(List<String> flags, Map<String, Object> preferences) {

    /**
     * Trusts one public key, whatever it is presented for: no CA can be put into an NSS database over there. Chromium
     * has it from version 79 on, and needs a profile directory that is named on its command line, as chromedriver does.
     */
    private static final String TRUST = "--ignore-certificate-errors-spki-list=";

    public ChromiumElsewhere {
        flags = List.copyOf(flags);
        preferences = Map.copyOf(preferences);
    }

    /**
     * @param leafKey base64 of the SHA-256 of the only public key that is to be trusted
     * @throws NotPossibleException when the profile asks for a build that nodes cannot be told to take
     */
    public static ChromiumElsewhere of(Profile profile, InetSocketAddress proxy, String leafKey) {
        ChromiumEngine engine = ChromiumEngine.of(profile);
        if (!engine.isFull()) {
            throw new NotPossibleException(
                    "a Selenium Grid's nodes have the Chromium that they have, and no " + engine);
        }
        List<String> flags = ChromiumFlags.of(profile, engine, proxy);
        flags.add(TRUST + leafKey);
        return new ChromiumElsewhere(
                flags, ThirdPartyCookies.of(profile, engine).preferences());
    }
}
