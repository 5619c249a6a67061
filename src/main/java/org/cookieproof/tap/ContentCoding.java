package org.cookieproof.tap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.cookieproof.http.Body;

/** Undoes gzip and deflate (RFC 9110 §8.4.1) within a limit, so that a small body cannot fill the memory. */
final class ContentCoding {

    private ContentCoding() {}

    /**
     * Decodes a body; one in another coding, in several, or not in the one it claims stays as it is.
     *
     * @param limit how many decoded octets are kept; a body cut there counts one octet more than was kept, since its
     *              real length is not worth finding out
     */
    static Body decode(Body encoded, String contentEncoding, int limit) {
        byte[] bytes = encoded.bytes();
        if (bytes.length == 0) {
            return encoded;
        }
        try {
            return switch (contentEncoding.strip().toLowerCase(Locale.ROOT)) {
                case "gzip", "x-gzip" ->
                    read(new GZIPInputStream(new ByteArrayInputStream(bytes)), encoded.isTruncated(), limit);
                case "deflate" -> inflate(bytes, encoded.isTruncated(), limit);
                default -> encoded;
            };
        } catch (IOException e) {
            return encoded;
        }
    }

    private static Body inflate(byte[] bytes, boolean cut, int limit) throws IOException {
        try {
            return read(new InflaterInputStream(new ByteArrayInputStream(bytes)), cut, limit);
        } catch (IOException notZlib) {
            // "deflate" means zlib, but some servers send the bare stream and every browser takes it.
            Inflater bare = new Inflater(true);
            try {
                return read(new InflaterInputStream(new ByteArrayInputStream(bytes), bare), cut, limit);
            } finally {
                bare.end();
            }
        }
    }

    private static Body read(InputStream decoding, boolean cut, int limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        boolean more = cut;
        try (decoding) {
            int read;
            while ((read = decoding.read(chunk)) >= 0) {
                int room = Math.min(read, limit - out.size());
                out.write(chunk, 0, room);
                if (room < read) {
                    more = true;
                    break;
                }
            }
        } catch (EOFException endsEarly) {
            more = true;
        }
        byte[] decoded = out.toByteArray();
        return more ? Body.truncated(decoded, decoded.length + 1L) : Body.of(decoded);
    }
}
