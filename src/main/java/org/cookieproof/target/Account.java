package org.cookieproof.target;

import java.util.Objects;

/** Somebody who can sign in. The password is never printed. */
public record Account(String name, String password) {

    public Account {
        Objects.requireNonNull(name);
        Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
        return name;
    }
}
