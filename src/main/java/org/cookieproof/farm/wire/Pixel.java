package org.cookieproof.farm.wire;

import java.util.Base64;

/** A transparent image of one pixel. */
public final class Pixel {

    /** PNG; clone it before handing it on. */
    @SuppressWarnings("MutablePublicArray") // cloned by its two users
    public static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

    private Pixel() {}
}
