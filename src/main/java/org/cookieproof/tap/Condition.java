package org.cookieproof.tap;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Scheme;

/** One thing that must be so for a rule to apply. */
public sealed interface Condition {

    /** Can be told as soon as the request's head has come. */
    sealed interface OfRequest extends Condition {
        boolean holds(Request request);
    }

    /** Can be told only when the target has answered. */
    sealed interface OfResponse extends Condition {
        boolean holds(int status, Headers headers);
    }

    record Over(Scheme scheme) implements OfRequest {
        public Over {
            Objects.requireNonNull(scheme);
        }

        @Override
        public boolean holds(Request request) {
            return scheme == request.url().scheme();
        }
    }

    /** The whole host name, which is in lower case. */
    record Host(Pattern name) implements OfRequest {
        public Host {
            Objects.requireNonNull(name);
        }

        @Override
        public boolean holds(Request request) {
            return name.matcher(request.url().host()).matches();
        }
    }

    /** One of these host names, in lower case: those of a role. */
    record HostOf(Set<String> hosts) implements OfRequest {
        public HostOf {
            hosts = Set.copyOf(hosts);
        }

        @Override
        public boolean holds(Request request) {
            return hosts.contains(request.url().host());
        }
    }

    /** Found somewhere in the path and query as they were on the wire. */
    record Target(Pattern found) implements OfRequest {
        public Target {
            Objects.requireNonNull(found);
        }

        @Override
        public boolean holds(Request request) {
            return found.matcher(request.url().target()).find();
        }
    }

    /** The whole path without its query. */
    record Path(Pattern whole) implements OfRequest {
        public Path {
            Objects.requireNonNull(whole);
        }

        /** {@code ?} is one character and {@code *} any number, neither a slash; {@code **} is any number of any. */
        public static Path glob(String glob) {
            StringBuilder regex = new StringBuilder();
            for (int i = 0; i < glob.length(); i++) {
                char c = glob.charAt(i);
                if (glob.startsWith("**", i)) {
                    regex.append(".*");
                    i++;
                } else if (c == '*') {
                    regex.append("[^/]*");
                } else if (c == '?') {
                    regex.append("[^/]");
                } else {
                    regex.append(Pattern.quote(String.valueOf(c)));
                }
            }
            return new Path(Pattern.compile(regex.toString()));
        }

        @Override
        public boolean holds(Request request) {
            return whole.matcher(request.url().path()).matches();
        }
    }

    record Method(String name) implements OfRequest {
        public Method {
            Objects.requireNonNull(name);
        }

        @Override
        public boolean holds(Request request) {
            return name.equals(request.method());
        }
    }

    record RequestField(FieldTest field) implements OfRequest {
        public RequestField {
            Objects.requireNonNull(field);
        }

        @Override
        public boolean holds(Request request) {
            return field.holds(request.headers());
        }
    }

    /** The request carries a cookie whose whole name matches. */
    record SentCookie(Pattern name) implements OfRequest {
        public SentCookie {
            Objects.requireNonNull(name);
        }

        @Override
        public boolean holds(Request request) {
            return request.headers().values("Cookie").stream()
                    .flatMap(line -> Arrays.stream(line.split(";", -1)))
                    .anyMatch(pair -> name.matcher(SetCookieName.of(pair)).matches());
        }
    }

    /** The whole three-digit status. */
    record Status(Pattern digits) implements OfResponse {
        public Status {
            Objects.requireNonNull(digits);
        }

        @Override
        public boolean holds(int status, Headers headers) {
            return digits.matcher(String.valueOf(status)).matches();
        }
    }

    record ResponseField(FieldTest field) implements OfResponse {
        public ResponseField {
            Objects.requireNonNull(field);
        }

        @Override
        public boolean holds(int status, Headers headers) {
            return field.holds(headers);
        }
    }

    /** The response has a Set-Cookie line, deletions included, for a cookie whose whole name matches. */
    record SetsCookie(Pattern name) implements OfResponse {
        public SetsCookie {
            Objects.requireNonNull(name);
        }

        @Override
        public boolean holds(int status, Headers headers) {
            return headers.values("Set-Cookie").stream()
                    .anyMatch(line -> name.matcher(SetCookieName.of(line)).matches());
        }
    }
}
