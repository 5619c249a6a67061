package org.cookieproof.farm.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page answers, its cookies aside.
 *
 * @param contentType null where there is no body
 * @param headers     further fields, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made and written once
public record Answer(int status, @Nullable String contentType, byte[] body, CachePolicy cache, List<Header> headers) {

    public Answer {
        headers = List.copyOf(headers);
    }

    /** A header field. */
    public record Header(String name, String value) {}

    public static Answer of(int status, String contentType, String body, CachePolicy cache) {
        return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), cache, List.of());
    }

    public static Answer html(int status, String body, CachePolicy cache) {
        return of(status, "text/html; charset=UTF-8", body, cache);
    }

    public static Answer text(int status, String body, CachePolicy cache) {
        return of(status, "text/plain; charset=UTF-8", body, cache);
    }

    /** 302 to an absolute URL. */
    public static Answer found(String location, CachePolicy cache) {
        return new Answer(302, null, new byte[0], cache, List.of(new Header("Location", location)));
    }

    public Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, contentType, body, cache, more);
    }

    public Answer withCache(CachePolicy other) {
        return new Answer(status, contentType, body, other, headers);
    }

    public Answer lastModified(Instant instant) {
        return with("Last-Modified", HttpDate.format(instant));
    }
}
