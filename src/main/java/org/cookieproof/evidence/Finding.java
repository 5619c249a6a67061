package org.cookieproof.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is wrong, and what shows it.
 *
 * @param check     the check's id
 * @param source    the rule: RFC section or task id, as {@code RFC6265bis-4.1.2.5} or {@code T124252}
 * @param subject   what it is about, in words that stay the same from run to run: role, path, cookie or header name,
 *                  never a value, a time or a number that changes
 * @param expected  what should have been
 * @param observed  what was
 * @param exchange  the number of the exchange that shows it
 * @param header    the header line that shows it, as on the wire
 */
public record Finding(
        String check,
        String source,
        Severity severity,
        String subject,
        String expected,
        String observed,
        OptionalInt exchange,
        Optional<String> header) {

    public Finding {
        Objects.requireNonNull(check);
        Objects.requireNonNull(source);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(observed);
        Objects.requireNonNull(exchange);
        Objects.requireNonNull(header);
    }

    /** The same, about a further user agent of its cell; its subject says which. */
    public Finding of(String userAgent) {
        return userAgent.isEmpty() ? this : with(userAgent + ": " + subject, observed);
    }

    /** The same, about the target: who saw it is part of what was observed, not of what it is about. */
    public Finding seenBy(String userAgent) {
        return userAgent.isEmpty() ? this : with(subject, userAgent + ": " + observed);
    }

    /** The same, about something that is called otherwise. */
    public Finding about(String otherSubject) {
        return with(otherSubject, observed);
    }

    private Finding with(String newSubject, String newObserved) {
        return new Finding(check, source, severity, newSubject, expected, newObserved, exchange, header);
    }

    /** Stays the same from run to run, from profile to profile and over the exchange's number: check and subject. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((check + '\n' + subject).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
