package org.cookieproof.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;

/** One change to a response's header fields. The fields that frame the message cannot be named. */
public sealed interface Rewrite {

    Headers apply(Headers headers);

    /**
     * Appends to every Set-Cookie line of the cookies whose whole name matches.
     *
     * @param suffix with its own separator: {@code "; SameSite=None"}
     */
    record AppendToSetCookie(Pattern cookieName, String suffix) implements Rewrite {
        public AppendToSetCookie {
            Objects.requireNonNull(cookieName);
            requireOneLine(suffix);
        }

        @Override
        public Headers apply(Headers headers) {
            return new Headers(headers.fields().stream()
                    .map(f -> f.named("Set-Cookie")
                                    && cookieName.matcher(nameIn(f.value())).matches()
                            ? new HeaderField(f.name(), f.value() + suffix)
                            : f)
                    .toList());
        }

        private static String nameIn(String setCookie) {
            String pair = setCookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            return (equals < 0 ? "" : pair.substring(0, equals)).strip();
        }
    }

    /** Adds a field after all others. */
    record AddHeader(String name, String value) implements Rewrite {
        public AddHeader {
            requireRewritable(name);
            requireOneLine(value);
        }

        @Override
        public Headers apply(Headers headers) {
            return new Headers(Stream.concat(headers.fields().stream(), Stream.of(new HeaderField(name, value)))
                    .toList());
        }
    }

    /** Drops the fields of this name in whose value the pattern is found. */
    record DropHeader(String name, Pattern value) implements Rewrite {
        public DropHeader {
            requireRewritable(name);
            Objects.requireNonNull(value);
        }

        @Override
        public Headers apply(Headers headers) {
            return new Headers(headers.fields().stream()
                    .filter(f -> !f.named(name) || !value.matcher(f.value()).find())
                    .toList());
        }
    }

    /** Puts one field in the place of the first of this name and drops the others; adds it where there is none. */
    record ReplaceHeader(String name, String value) implements Rewrite {
        public ReplaceHeader {
            requireRewritable(name);
            requireOneLine(value);
        }

        @Override
        public Headers apply(Headers headers) {
            List<HeaderField> fields = new ArrayList<>();
            boolean placed = false;
            for (HeaderField field : headers.fields()) {
                if (!field.named(name)) {
                    fields.add(field);
                } else if (!placed) {
                    fields.add(new HeaderField(field.name(), value));
                    placed = true;
                }
            }
            return placed ? new Headers(fields) : new AddHeader(name, value).apply(headers);
        }
    }

    /**
     * Replaces what the pattern finds within the values of the fields of this name.
     *
     * @param replacement as {@link Matcher#replaceAll(String)} reads it: {@code $1} is a group
     */
    record ReplaceInHeader(String name, Pattern found, String replacement) implements Rewrite {
        public ReplaceInHeader {
            requireRewritable(name);
            Objects.requireNonNull(found);
            requireOneLine(replacement);
        }

        @Override
        public Headers apply(Headers headers) {
            return new Headers(headers.fields().stream()
                    .map(f -> f.named(name)
                            ? new HeaderField(f.name(), found.matcher(f.value()).replaceAll(replacement))
                            : f)
                    .toList());
        }
    }

    private static void requireRewritable(String name) {
        // A message whose framing lies would break the connection, not show a cookie defect.
        if (Set.of("content-length", "transfer-encoding", "connection").contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a rule cannot change " + name);
        }
        requireOneLine(name);
    }

    private static void requireOneLine(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a header field is one line: " + text);
        }
    }
}
