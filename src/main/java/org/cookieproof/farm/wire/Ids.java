package org.cookieproof.farm.wire;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Unguessable ids, in the spellings that PHP and MediaWiki give them. */
public record Ids(SecureRandom random) {

    private static final String BASE_32 = "0123456789abcdefghijklmnopqrstuv";

    /** A PHP session id: 32 characters of five bits each. */
    public String sessionId() {
        return base32(32);
    }

    /** A token or secret: 32 hexadecimal digits. */
    public String hex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A password of 80 bits. */
    public String password() {
        return base32(16);
    }

    private String base32(int length) {
        StringBuilder id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(BASE_32.charAt(random.nextInt(BASE_32.length())));
        }
        return id.toString();
    }
}
