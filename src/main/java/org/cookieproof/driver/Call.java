package org.cookieproof.driver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/**
 * One request as a client is told to make it.
 *
 * @param content null for a request without content
 * @param referer the value of the Referer field; null for none
 * @param headers further fields, besides the client's own
 * @param asker   for whom it is made; null where a program makes it of its own accord
 */
public record Call(
        String method,
        Url url,
        @Nullable Content content,
        @Nullable String referer,
        Map<String, String> headers,
        @Nullable Asker asker) {

    /** Where the answer is to be shown. */
    public enum Place {
        ADDRESS_BAR,
        FRAME,
        IMAGE
    }

    /**
     * For whom a browser makes a request: what RFC 6265bis §5.2 has to know.
     *
     * @param documents from the one that asks to the one in the address bar; none where a person typed the URL
     */
    public record Asker(List<Url> documents, Place place) {

        /** Somebody who types a URL. */
        static final Asker PERSON = new Asker(List.of(), Place.ADDRESS_BAR);

        public Asker {
            documents = List.copyOf(documents);
            Objects.requireNonNull(place);
        }

        public boolean isNavigation() {
            return place == Place.ADDRESS_BAR;
        }
    }

    /** What a request carries, under its media type. */
    public record Content(String type, Body body) {
        public Content {
            Objects.requireNonNull(type);
            Objects.requireNonNull(body);
        }
    }

    public Call {
        Objects.requireNonNull(method);
        Objects.requireNonNull(url);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A request that a program makes. */
    public Call(
            String method, Url url, @Nullable Content content, @Nullable String referer, Map<String, String> headers) {
        this(method, url, content, referer, headers, null);
    }

    /** A request with the client's own header fields. */
    public Call(String method, Url url, @Nullable Content content, @Nullable String referer) {
        this(method, url, content, referer, Map.of());
    }

    /** The same with further header fields; those that it has already stay. */
    public Call with(Map<String, String> further) {
        Map<String, String> all = new LinkedHashMap<>(further);
        all.putAll(headers);
        return new Call(method, url, content, referer, all, asker);
    }

    /** The same made for somebody else. */
    Call askedBy(Asker whom) {
        return new Call(method, url, content, referer, headers, whom);
    }

    public static Call get(Url url) {
        return new Call("GET", url, null, null);
    }
}
