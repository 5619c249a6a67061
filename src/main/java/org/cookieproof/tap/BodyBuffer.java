package org.cookieproof.tap;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.cookieproof.http.Body;

/** The beginning of a body up to a limit, and the length of the whole; not safe for several threads. */
final class BodyBuffer {

    private final int limit;
    private final Allowance allowance;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private long total;

    /**
     * @param limit     of this body, in octets
     * @param allowance of all bodies together
     */
    BodyBuffer(long limit, Allowance allowance) {
        this.limit = Math.toIntExact(limit);
        this.allowance = allowance;
    }

    /** Copies what is readable and leaves the buffer as it was. */
    void append(ByteBuf content) {
        int length = content.readableBytes();
        // What stands behind a gap is not the beginning.
        int wanted = kept.size() < total ? 0 : Math.min(length, limit - kept.size());
        int room = allowance.take(wanted);
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

    /**
     * The body of a message that carried this Content-Encoding.
     *
     * @param forGood whether what decoding adds is kept, and so taken from the allowance
     */
    Body decoded(String contentEncoding, boolean forGood) {
        Body decoded = ContentCoding.decode(body(), contentEncoding, limit);
        if (!forGood || decoded.fullLength() <= kept.size()) {
            return decoded;
        }
        byte[] bytes = decoded.bytes();
        int more = bytes.length - kept.size();
        int granted = allowance.take(more);
        return granted >= more
                ? decoded
                : Body.truncated(
                        Arrays.copyOf(bytes, kept.size() + granted), Math.max(decoded.fullLength(), bytes.length));
    }
}
