package org.cookieproof.tap;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import org.cookieproof.http.Body;

/** The beginning of a body up to a limit, and the length of the whole; not safe for several threads. */
final class BodyBuffer {

    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private long total;

    BodyBuffer(long limit) {
        this.limit = Math.toIntExact(limit);
    }

    /** Copies what is readable and leaves the buffer as it was. */
    void append(ByteBuf content) {
        int length = content.readableBytes();
        int room = Math.min(length, limit - kept.size());
        if (room > 0) {
            byte[] bytes = new byte[room];
            content.getBytes(content.readerIndex(), bytes);
            kept.writeBytes(bytes);
        }
        total += length;
    }

    long total() {
        return total;
    }

    /** The body without any content decoding. */
    Body body() {
        byte[] bytes = kept.toByteArray();
        return total > bytes.length ? Body.truncated(bytes, total) : Body.of(bytes);
    }

    /** The body of a message that carried this Content-Encoding. */
    Body decoded(String contentEncoding) {
        return ContentCoding.decode(body(), contentEncoding, limit);
    }
}
