package org.cookieproof.http.cookie;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a user agent makes of one Set-Cookie field value (RFC 6265bis §5.6), before it decides whether to store it.
 * Lengths are in octets, as {@link org.cookieproof.http.HeaderField} keeps one octet in each character.
 *
 * @param name       empty for a line without {@code =}, or one that begins with it
 * @param attributes in the order of the line, known or not, without those over 1024 octets
 */
public record SetCookieLine(String name, String value, List<Attribute> attributes) {

    /** The longest life of a cookie, counted from when it was received (RFC 6265bis §5.5). */
    public static final Duration AGE_LIMIT = Duration.ofDays(400);

    /** One attribute, name and value as they stood, without the white space around them. */
    public record Attribute(String name, String value) {

        public Attribute {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }

        /** Attribute names are compared without regard to case (RFC 6265bis §5.6.1 and following). */
        public boolean named(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    public SetCookieLine {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        attributes = List.copyOf(attributes);
    }

    /**
     * Reads one field value.
     *
     * @return empty when user agents ignore the whole line: control characters (§5.6 step 1), name and value over 4096
     *     octets together (step 5), name and value both empty (§5.7 step 2)
     */
    public static Optional<SetCookieLine> parse(String fieldValue) {
        SetCookieLine line = SetCookieParser.read(fieldValue);
        return SetCookieParser.whyIgnored(fieldValue, line).isPresent() ? Optional.empty() : Optional.of(line);
    }

    public boolean secure() {
        return raw("Secure").isPresent();
    }

    public boolean httpOnly() {
        return raw("HttpOnly").isPresent();
    }

    /** Whether it asks to be kept apart for each top-level site (draft-cutler-httpbis-partitioned-cookies-01). */
    public boolean partitioned() {
        return raw("Partitioned").isPresent();
    }

    /** The last Expires that is a date at all (§5.6.1 step 2), before any cap. */
    public Optional<Instant> expires() {
        return last(attributes.stream()
                .filter(a -> a.named("Expires"))
                .flatMap(a -> CookieDate.parse(a.value()).stream())
                .toList());
    }

    /** The last Max-Age that is a number at all (§5.6.2 steps 1–3), in seconds, before any cap; may be 0 or less. */
    public OptionalLong maxAge() {
        return last(attributes.stream()
                        .filter(a -> a.named("Max-Age"))
                        .map(Attribute::value)
                        .filter(v -> v.matches("-?[0-9]+"))
                        .toList())
                .map(SetCookieParser::seconds)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The last Domain in lower case and without a leading dot (§5.6.3); empty when absent or without a value. */
    public Optional<String> domain() {
        return raw("Domain")
                .map(v -> v.startsWith(".") ? v.substring(1) : v)
                .map(v -> v.toLowerCase(Locale.ROOT))
                .filter(v -> !v.isEmpty());
    }

    /** The last Path; empty when it is absent or does not begin with a slash, and the default path holds (§5.6.4). */
    public Optional<String> path() {
        return raw("Path").filter(v -> v.startsWith("/"));
    }

    /** The last SameSite (§5.6.7): an unknown value hides a known one before it. */
    public SameSite sameSite() {
        return switch (raw("SameSite").orElse("").toLowerCase(Locale.ROOT)) {
            case "none" -> SameSite.NONE;
            case "strict" -> SameSite.STRICT;
            case "lax" -> SameSite.LAX;
            default -> SameSite.UNSPECIFIED;
        };
    }

    /** The value of the last attribute of this name, as it stood; empty text where it had none. */
    public Optional<String> raw(String attributeName) {
        return last(attributes.stream()
                .filter(a -> a.named(attributeName))
                .map(Attribute::value)
                .toList());
    }

    /**
     * When the cookie expires if it is received now: Max-Age wins over Expires (§5.7 step 6), and neither reaches
     * further than {@link #AGE_LIMIT}. Empty for a session cookie; {@link Instant#EPOCH} for a Max-Age of 0 or less, since
     * clients' own formats seldom reach further back.
     */
    public Optional<Instant> expiryAt(Instant received) {
        return expiryByMaxAge(received).or(() -> expiryByExpires(received));
    }

    /** Whether a user agent that receives it now drops the cookie that it names. */
    public boolean deletesAt(Instant now) {
        return expiryAt(now).filter(expiry -> !expiry.isAfter(now)).isPresent();
    }

    Optional<Instant> expiryByMaxAge(Instant received) {
        OptionalLong age = maxAge();
        if (age.isEmpty()) {
            return Optional.empty();
        }
        long seconds = Math.min(age.getAsLong(), AGE_LIMIT.toSeconds());
        return Optional.of(seconds <= 0 ? Instant.EPOCH : received.plusSeconds(seconds));
    }

    Optional<Instant> expiryByExpires(Instant received) {
        // The cap counts from receipt, not from the Date field: §5.6.1 step 3 says "in the future".
        Instant limit = received.plus(AGE_LIMIT);
        return expires().map(date -> date.isAfter(limit) ? limit : date);
    }

    private static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }
}
