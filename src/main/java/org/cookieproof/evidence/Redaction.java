package org.cookieproof.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces secrets by short keyed hashes, {@code ‹a1b2c3d4›}: within a run the same value always shows as the same
 * hash, however it was encoded, and nothing that is stored can be used again. HMAC-SHA256 with the run's key, which is
 * never stored, so that a short secret cannot be found by trying.
 */
public final class Redaction {

    /** How a replaced secret looks. */
    static final Pattern SHOWN = Pattern.compile("\u2039[0-9a-f]{8}\u203a");

    private final SecretKeySpec key;

    /** @param key the run's own: random octets, at least 16 of them */
    public Redaction(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a redaction key of " + key.length + " octets can be guessed");
        }
        this.key = new SecretKeySpec(key.clone(), "HmacSHA256");
    }

    /** How this secret is shown, in this run. */
    public String hash(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return "\u2039" + HexFormat.of().formatHex(digest, 0, 4) + "\u203a";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /**
     * Learns the secrets of a recording: cookie values, credentials in headers, tokens in JSON, forms, pages and URLs.
     *
     * @param passwords those that the accounts of this cell were given
     */
    public Redactor harvest(Recording recording, Collection<String> passwords) {
        return harvest(recording, passwords, List.of());
    }

    /**
     * As {@link #harvest(Recording, Collection)}.
     *
     * @param names the names of the cell's accounts: no secrets even where they stand in a cookie. A name that the
     *              user agent typed into a form is known without being given
     */
    public Redactor harvest(Recording recording, Collection<String> passwords, Collection<String> names) {
        SecretHarvest harvest = new SecretHarvest(names);
        passwords.forEach(harvest::password);
        recording.exchanges().forEach(harvest::exchange);
        return new Redactor(this, harvest.secrets(), harvest.names());
    }
}
