package org.cookieproof.tap;

import static org.cookieproof.tap.FieldText.requireOneLine;
import static org.cookieproof.tap.FieldText.requireRewritable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;

/** One change to a message's header fields. The fields that frame the message cannot be named. */
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
                                    && cookieName
                                            .matcher(SetCookieName.of(f.value()))
                                            .matches()
                            ? new HeaderField(f.name(), f.value() + suffix)
                            : f)
                    .toList());
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
     * @param cookieName  of a Set-Cookie field: only where the cookie's whole name matches
     * @param replacement as {@link Matcher#replaceAll(String)} reads it: {@code $1} is a group
     */
    record ReplaceInHeader(String name, Optional<Pattern> cookieName, Pattern found, String replacement)
            implements Rewrite {
        public ReplaceInHeader {
            requireRewritable(name);
            requireOneLine(replacement);
            FieldText.requireReplacement(found, replacement);
            if (cookieName.isPresent() && !name.equalsIgnoreCase("Set-Cookie")) {
                throw new IllegalArgumentException("only Set-Cookie has the cookie's name in front, not " + name);
            }
        }

        /** In every field of this name. */
        public ReplaceInHeader(String name, Pattern found, String replacement) {
            this(name, Optional.empty(), found, replacement);
        }

        @Override
        public Headers apply(Headers headers) {
            return new Headers(headers.fields().stream()
                    .map(f -> meets(f)
                            ? new HeaderField(f.name(), found.matcher(f.value()).replaceAll(replacement))
                            : f)
                    .toList());
        }

        private boolean meets(HeaderField field) {
            return field.named(name)
                    && cookieName
                            .map(p -> p.matcher(SetCookieName.of(field.value())).matches())
                            .orElse(true);
        }
    }

    /** Adds copies of the fields of this name in whose value the pattern is found, each behind its original. */
    record DuplicateHeader(String name, Pattern value, int copies) implements Rewrite {
        /** What a response may hold of them is the user agent's business, what the tap's memory may is ours. */
        private static final int MOST = 1000;

        public DuplicateHeader {
            requireRewritable(name);
            Objects.requireNonNull(value);
            if (copies < 1 || copies > MOST) {
                throw new IllegalArgumentException("1 to " + MOST + " copies, not " + copies);
            }
        }

        @Override
        public Headers apply(Headers headers) {
            return new Headers(headers.fields().stream()
                    .flatMap(f -> Collections.nCopies(meets(f) ? 1 + copies : 1, f).stream())
                    .toList());
        }

        private boolean meets(HeaderField field) {
            return field.named(name) && value.matcher(field.value()).find();
        }
    }

    /**
     * Changes the order of the fields of this name among themselves; all others stay where they are.
     *
     * @param value which of them go to the beginning or the end; all of them change places when reversed
     */
    record ReorderHeader(String name, Pattern value, Order order) implements Rewrite {
        /** What the order becomes. */
        public enum Order {
            FIRST,
            LAST,
            REVERSED
        }

        public ReorderHeader {
            requireRewritable(name);
            Objects.requireNonNull(value);
            Objects.requireNonNull(order);
        }

        @Override
        public Headers apply(Headers headers) {
            List<HeaderField> inOrder = new ArrayList<>(
                    headers.fields().stream().filter(f -> f.named(name)).toList());
            switch (order) {
                case REVERSED -> Collections.reverse(inOrder);
                case FIRST ->
                    inOrder.sort(
                            Comparator.comparing(f -> !value.matcher(f.value()).find()));
                case LAST ->
                    inOrder.sort(
                            Comparator.comparing(f -> value.matcher(f.value()).find()));
            }
            Iterator<HeaderField> next = inOrder.iterator();
            return new Headers(headers.fields().stream()
                    .map(f -> f.named(name) ? next.next() : f)
                    .toList());
        }
    }

    /**
     * Folds all fields of this name into the first, as RFC 9110 §5.3 allows for lists and RFC 6265 §3 forbids for
     * Set-Cookie.
     */
    record FoldHeader(String name, String separator) implements Rewrite {
        public FoldHeader {
            requireRewritable(name);
            requireOneLine(separator);
        }

        @Override
        public Headers apply(Headers headers) {
            List<HeaderField> fields = new ArrayList<>();
            boolean folded = false;
            for (HeaderField field : headers.fields()) {
                if (!field.named(name)) {
                    fields.add(field);
                } else if (!folded) {
                    fields.add(new HeaderField(field.name(), String.join(separator, headers.values(name))));
                    folded = true;
                }
            }
            return new Headers(fields);
        }
    }
}
