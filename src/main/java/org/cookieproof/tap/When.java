package org.cookieproof.tap;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.http.Request;
import org.cookieproof.http.Scheme;

/**
 * Which responses a rule is for; what is absent is not asked.
 *
 * @param host             matches the whole host name, which is in lower case
 * @param path             is found somewhere in the path and query as they were on the wire
 * @param method           equals the request's method
 * @param status           matches the whole three-digit status
 * @param requestHasCookie whether the request carried a Cookie field
 */
public record When(
        Optional<Scheme> scheme,
        Optional<Pattern> host,
        Optional<Pattern> path,
        Optional<String> method,
        Optional<Pattern> status,
        Optional<Boolean> requestHasCookie) {

    /** Every response. */
    public static final When ALWAYS = new When(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public When {
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(host);
        Objects.requireNonNull(path);
        Objects.requireNonNull(method);
        Objects.requireNonNull(status);
        Objects.requireNonNull(requestHasCookie);
    }

    boolean holds(Request request, int responseStatus) {
        return scheme.map(s -> s == request.url().scheme()).orElse(true)
                && host.map(p -> p.matcher(request.url().host()).matches()).orElse(true)
                && path.map(p -> p.matcher(request.url().target()).find()).orElse(true)
                && method.map(m -> m.equals(request.method())).orElse(true)
                && status.map(p -> p.matcher(String.valueOf(responseStatus)).matches())
                        .orElse(true)
                && requestHasCookie
                        .map(has -> has == request.headers().has("Cookie"))
                        .orElse(true);
    }
}
