package org.cookieproof.tap;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a gzip or deflate body becomes when it is decoded, as it passes: a user agent decodes all of it, and a
 * megabyte can stand for a gigabyte. Other codings are not followed.
 */
final class Inflation implements AutoCloseable {

    private static final int FIXED = 10;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int CHECKSUM = 2;

    /** A gzip header that has not ended by then is none. */
    private static final int LONGEST_HEADER = 1 << 16;

    private final boolean gzip;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final byte[] decoded = new byte[1 << 16];
    private @Nullable Inflater inflater;
    private boolean notInThisCoding;
    private long total;

    private Inflation(boolean gzip) {
        this.gzip = gzip;
    }

    /** @return null when the coding is not one that can be followed */
    static @Nullable Inflation of(String contentEncoding) {
        return switch (contentEncoding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> new Inflation(true);
            case "deflate" -> new Inflation(false);
            default -> null;
        };
    }

    /** Takes the next octets of the body, and leaves them as they were; how many there are decoded, up to the limit. */
    long total(ByteBuf content, long limit) {
        byte[] octets = ByteBufUtil.getBytes(content);
        if (notInThisCoding) {
            return total;
        }
        if (inflater != null) {
            inflate(inflater, octets, limit);
            return total;
        }
        beginning.writeBytes(octets);
        byte[] sofar = beginning.toByteArray();
        int start = gzip ? gzipBody(sofar) : sofar.length < 2 ? -1 : 0;
        if (start < 0) {
            notInThisCoding = sofar.length > LONGEST_HEADER;
            return total;
        }
        inflater = new Inflater(gzip || !isZlib(sofar));
        beginning.reset();
        inflate(inflater, Arrays.copyOfRange(sofar, start, sofar.length), limit);
        return total;
    }

    private void inflate(Inflater with, byte[] octets, long limit) {
        with.setInput(octets);
        try {
            int count;
            while (total <= limit && (count = with.inflate(decoded)) > 0) {
                total += count;
            }
        } catch (DataFormatException e) {
            notInThisCoding = true; // the user agent will find that, too
        }
    }

    /** RFC 1950 §2.2; some servers send the bare stream as "deflate". */
    private static boolean isZlib(byte[] octets) {
        int head = (octets[0] & 0xff) << 8 | (octets[1] & 0xff);
        return (octets[0] & 0x0f) == 8 && head % 31 == 0;
    }

    /** Where the header of RFC 1952 §2.3 ends; -1 when there is more of it to come. */
    private static int gzipBody(byte[] octets) {
        if (octets.length < FIXED) {
            return -1;
        }
        int flags = octets[3];
        int at = FIXED;
        if ((flags & EXTRA) != 0) {
            at = octets.length < at + 2 ? -1 : at + 2 + (octets[at] & 0xff) + ((octets[at + 1] & 0xff) << 8);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            at = (flags & text) == 0 ? at : behindZero(octets, at);
        }
        at = at >= 0 && (flags & CHECKSUM) != 0 ? at + 2 : at;
        return at <= octets.length ? at : -1;
    }

    private static int behindZero(byte[] octets, int from) {
        for (int i = from; from >= 0 && i < octets.length; i++) {
            if (octets[i] == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
