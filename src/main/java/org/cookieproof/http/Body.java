package org.cookieproof.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message's content as it was on the wire after transfer decoding, up to the recorder's limit. */
public final class Body {

    public static final Body EMPTY = new Body(new byte[0], 0);

    private final byte[] bytes;
    private final long fullLength;

    private Body(byte[] bytes, long fullLength) {
        this.bytes = bytes;
        this.fullLength = fullLength;
    }

    public static Body of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Body(bytes.clone(), bytes.length);
    }

    public static Body of(String utf8) {
        return of(utf8.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of which only the first octets were kept; {@code fullLength} is in octets. */
    public static Body truncated(byte[] kept, long fullLength) {
        return new Body(kept.clone(), fullLength);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String text(Charset charset) {
        return new String(bytes, charset);
    }

    public String text() {
        return text(StandardCharsets.UTF_8);
    }

    /** The length on the wire, in octets. */
    public long fullLength() {
        return fullLength;
    }

    public boolean isTruncated() {
        return fullLength > bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body b && fullLength == b.fullLength && Arrays.equals(bytes, b.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return fullLength + " octets" + (isTruncated() ? " (" + bytes.length + " kept)" : "");
    }
}
