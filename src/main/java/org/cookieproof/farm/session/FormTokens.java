package org.cookieproof.farm.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The CSRF and login tokens of a session: 32 digits of a keyed hash, 8 of the time, and the tail {@code +\} that shows
 * clients which fail to encode a plus sign or a backslash.
 */
public final class FormTokens {

    /** The whole token of anonymous edits. */
    static final String TAIL = "+\\";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{40}\\+\\\\");
    private static final int HASH_DIGITS = 32;

    private final InstantSource clock;
    private final FormTokenCheck check;

    public FormTokens(InstantSource clock, FormTokenCheck check) {
        this.clock = clock;
        this.check = check;
    }

    String issue(LocalSession session, String purpose) {
        String time = String.format(Locale.ROOT, "%08x", clock.instant().getEpochSecond());
        return hash(session.secret(), purpose, time) + time + TAIL;
    }

    boolean matches(LocalSession session, String purpose, String token) {
        return check.accepts(() -> belongs(session, purpose, token));
    }

    private static boolean belongs(LocalSession session, String purpose, String token) {
        if (!SHAPE.matcher(token).matches()) {
            return false;
        }
        String time = token.substring(HASH_DIGITS, HASH_DIGITS + 8);
        String expected = hash(session.secret(), purpose, time) + time + TAIL;
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String secret, String purpose, String time) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            byte[] hash = mac.doFinal((purpose + '|' + time).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
