package org.cookieproof.tap;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;

/** Header fields between netty's form and ours; each octet is the character of the same number in both. */
final class Fields {

    /** Without validation: control bytes in a cookie are evidence, not an error of the tap's. */
    static final HttpHeadersFactory UNCHECKED =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);

    private static final int MAX_HEAD = 1 << 20;

    private Fields() {}

    static HttpDecoderConfig decoding() {
        return new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_HEAD)
                .setMaxHeaderSize(MAX_HEAD)
                // User agents take bare line feeds and a length said twice; so must what stands before them.
                .setStrictLineParsing(false)
                .setAllowDuplicateContentLengths(true)
                .setHeadersFactory(UNCHECKED)
                .setTrailersFactory(DefaultHttpHeadersFactory.trailersFactory().withValidation(false));
    }

    static Headers received(HttpHeaders headers) {
        List<HeaderField> fields = new ArrayList<>(headers.size());
        Iterator<Map.Entry<CharSequence, CharSequence>> each = headers.iteratorCharSequence();
        while (each.hasNext()) {
            Map.Entry<CharSequence, CharSequence> field = each.next();
            fields.add(
                    new HeaderField(field.getKey().toString(), field.getValue().toString()));
        }
        return new Headers(fields);
    }

    static HttpHeaders toSend(Headers headers) {
        HttpHeaders sent = UNCHECKED.newHeaders();
        headers.fields().forEach(field -> sent.add(field.name(), field.value()));
        return sent;
    }

    /**
     * What of a request goes on to the target: all but what is meant for the proxy alone, and no offer to leave
     * HTTP/1.1, which is all that the tap can read (java.net.http offers h2c with each first request).
     */
    static Headers forwarded(Headers received, String host) {
        boolean upgrade = received.has("Upgrade");
        List<HeaderField> fields = new ArrayList<>();
        if (!received.has("Host")) {
            fields.add(new HeaderField("Host", host)); // HTTP/1.0 clients name it in the request line only
        }
        for (HeaderField field : received.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (Set.of("proxy-connection", "proxy-authorization").contains(name)
                    || (upgrade && Set.of("upgrade", "http2-settings").contains(name))) {
                continue;
            }
            if (upgrade && name.equals("connection")) {
                String rest = withoutUpgrade(field.value());
                if (!rest.isEmpty()) {
                    fields.add(new HeaderField(field.name(), rest));
                }
                continue;
            }
            fields.add(field);
        }
        return new Headers(fields);
    }

    private static String withoutUpgrade(String connection) {
        List<String> rest = new ArrayList<>();
        for (String option : connection.split(",", -1)) {
            if (!Set.of("upgrade", "http2-settings").contains(option.strip().toLowerCase(Locale.ROOT))) {
                rest.add(option.strip());
            }
        }
        return String.join(", ", rest);
    }
}
