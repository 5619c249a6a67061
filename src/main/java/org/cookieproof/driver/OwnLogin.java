package org.cookieproof.driver;

import java.util.Objects;

/**
 * What a user agent says after it has logged in with its own code. The wire, not this, is the evidence.
 *
 * @param succeeded whether it says so
 * @param said      as whom, or why not
 */
public record OwnLogin(boolean succeeded, String said) {

    public OwnLogin {
        Objects.requireNonNull(said);
    }
}
