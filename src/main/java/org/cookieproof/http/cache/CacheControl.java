package org.cookieproof.http.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.http.Headers;
import org.jspecify.annotations.Nullable;

/** A response's or request's cache directives, all Cache-Control lines together, in their order (RFC 9111 §5.2). */
public record CacheControl(List<Directive> directives) {

    /** What stands for delta-seconds that are too large to count (RFC 9111 §1.2.2). */
    private static final long MAX_SECONDS = 1L << 31;

    /**
     * One directive.
     *
     * @param name     in lower case, since case does not matter
     * @param argument without the quotes of a quoted string; null when there is none
     */
    public record Directive(String name, @Nullable String argument) {

        public Directive {
            name = name.toLowerCase(Locale.ROOT);
        }

        /** The field names that a qualified {@code private} or {@code no-cache} lists, in lower case. */
        Set<String> fieldNames() {
            return Stream.of((argument == null ? "" : argument).split(","))
                    .map(field -> field.strip().toLowerCase(Locale.ROOT))
                    .filter(field -> !field.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    public CacheControl {
        directives = List.copyOf(directives);
    }

    public static CacheControl of(Headers headers) {
        List<Directive> directives = new ArrayList<>();
        for (String member : FieldList.members(headers.combined("Cache-Control"))) {
            int equals = member.indexOf('=');
            directives.add(
                    equals < 0
                            ? new Directive(member, null)
                            : new Directive(
                                    member.substring(0, equals).strip(),
                                    FieldList.unquoted(
                                            member.substring(equals + 1).strip())));
        }
        return new CacheControl(directives);
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** The first directive of this name: the one that counts where they repeat (RFC 9111 §4.2.1). */
    public Optional<Directive> first(String name) {
        return directives.stream()
                .filter(directive -> directive.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public boolean noStore() {
        return has("no-store");
    }

    public boolean isPublic() {
        return has("public");
    }

    /** Whether {@code private} is there without field names, and so for the whole response (RFC 9111 §5.2.2.7). */
    public boolean isPrivate() {
        return unqualified("private");
    }

    /** Whether {@code no-cache} is there without field names, and so for the whole response (RFC 9111 §5.2.2.4). */
    public boolean noCache() {
        return unqualified("no-cache");
    }

    /** The fields that {@code private="…"} keeps from shared caches, in lower case. */
    public Set<String> privateFields() {
        return fields("private");
    }

    /** The fields that {@code no-cache="…"} keeps from being reused unvalidated, in lower case. */
    public Set<String> noCacheFields() {
        return fields("no-cache");
    }

    public boolean mustRevalidate() {
        return has("must-revalidate");
    }

    public boolean mustUnderstand() {
        return has("must-understand");
    }

    /** max-age; zero where it is there but no number, since invalid freshness is stale (RFC 9111 §4.2.1). */
    public Optional<Duration> maxAge() {
        return seconds("max-age");
    }

    /** s-maxage; zero where it is there but no number, as for {@link #maxAge()}. */
    public Optional<Duration> sMaxage() {
        return seconds("s-maxage");
    }

    private Optional<Duration> seconds(String name) {
        return first(name).map(directive -> deltaSeconds(directive.argument()));
    }

    private static Duration deltaSeconds(@Nullable String argument) {
        if (argument == null || !argument.matches("[0-9]+")) {
            return Duration.ZERO;
        }
        // Ten digits are beyond 2^31 or fit a long; more are beyond it, leading zeros apart.
        String digits = argument.replaceFirst("^0+(?=.)", "");
        long seconds = digits.length() > 10 ? MAX_SECONDS : Math.min(Long.parseLong(digits), MAX_SECONDS);
        return Duration.ofSeconds(seconds);
    }

    private boolean unqualified(String name) {
        return directives.stream()
                .anyMatch(directive ->
                        directive.name().equals(name) && directive.fieldNames().isEmpty());
    }

    private Set<String> fields(String name) {
        return directives.stream()
                .filter(directive -> directive.name().equals(name))
                .flatMap(directive -> directive.fieldNames().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return directives.stream()
                .map(d -> Objects.isNull(d.argument()) ? d.name() : d.name() + "=" + d.argument())
                .collect(Collectors.joining(", "));
    }
}
