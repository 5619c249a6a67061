package org.cookieproof.tap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Just enough HTTP/1.1 to tell where a message ends; written without a line of the tap's. */
final class Octets {

    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d+)");

    private Octets() {}

    /** Up to and with the empty line; what there was of it when the connection ended before. */
    static String head(InputStream in) throws IOException {
        return upTo("\r\n\r\n", in);
    }

    private static String upTo(String end, InputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.length() < end.length()
                || !read.substring(read.length() - end.length()).equals(end)) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            read.append((char) octet);
        }
        return read.toString();
    }

    /** The body's octets as they are, chunk framing included. */
    static String requestBody(String head, InputStream in) throws IOException {
        if (head.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")) {
            return upTo("0\r\n\r\n", in);
        }
        Matcher length = LENGTH.matcher(head);
        return length.find() ? exactly(Integer.parseInt(length.group(1)), in) : "";
    }

    static String exactly(int octets, InputStream in) throws IOException {
        return latin1(in.readNBytes(octets));
    }

    static String rest(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in.transferTo(out);
        return latin1(out.toByteArray());
    }

    static String latin1(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    static byte[] of(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
