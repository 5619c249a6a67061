package org.cookieproof.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.cookieproof.http.Body;
import org.cookieproof.http.Headers;

/** A message's content as text, its content coding undone as far as the JDK can. */
final class BodyText {

    /** Enough for any page; a small body that unpacks to gigabytes must not end the run. */
    private static final int LIMIT = 8 << 20;

    private static final Pattern TEXT_TYPE =
            Pattern.compile("text/.*|.*(?:json|javascript|ecmascript|xml|x-www-form-urlencoded|multipart/form-data).*");

    private BodyText() {}

    /** Empty for images and the like, and for codings that the JDK does not know (br, zstd). */
    static Optional<String> of(Headers headers, Body body) {
        String type = headers.first("Content-Type").orElse("text/plain").toLowerCase(Locale.ROOT);
        if (!TEXT_TYPE.matcher(type).matches()) {
            return Optional.empty();
        }
        return unpacked(headers.combined("Content-Encoding").strip().toLowerCase(Locale.ROOT), body.bytes())
                .map(BodyText::text);
    }

    static boolean isJson(Headers headers) {
        return headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("json");
    }

    static boolean isForm(Headers headers) {
        return headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded");
    }

    private static Optional<byte[]> unpacked(String coding, byte[] bytes) {
        return switch (coding) {
            case "", "identity" -> Optional.of(bytes);
            case "gzip", "x-gzip" -> inflate(bytes, true);
            case "deflate" -> inflate(bytes, false);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> inflate(byte[] bytes, boolean gzip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream packed = new ByteArrayInputStream(bytes);
                InputStream in = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
            byte[] chunk = new byte[8192];
            for (int n = in.read(chunk); n >= 0 && out.size() < LIMIT; n = in.read(chunk)) {
                out.write(chunk, 0, n);
            }
            return Optional.of(out.toByteArray());
        } catch (IOException e) {
            // Cut short by the recorder, or not what the header says: what came out so far is text all the same.
            return out.size() > 0 ? Optional.of(out.toByteArray()) : Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
