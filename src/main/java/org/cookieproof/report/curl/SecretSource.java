package org.cookieproof.report.curl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Response;

/**
 * Where a value that a request carries had come from: an earlier answer has it between these words.
 *
 * @param exchange the number of the exchange whose answer has it
 * @param before   what stands before it, and nowhere earlier in that answer; one line
 * @param after    the character that ends it; empty for the end of the line
 * @param encoding as the script decodes it
 */
record SecretSource(int exchange, String before, String after, Encoding encoding) {

    /** How a value is written down at its source. */
    enum Encoding {
        PERCENT,
        HTML,
        JSON
    }

    private static final int LONGEST = 80;
    private static final int SHORTEST = 4;

    /** The newest of the earlier exchanges whose answer tells where. */
    static Optional<SecretSource> of(String hash, List<Exchange> earlierNewestFirst) {
        return earlierNewestFirst.stream()
                .flatMap(e -> e.answer().flatMap(r -> in(hash, e.number(), r)).stream())
                .findFirst();
    }

    private static Optional<SecretSource> in(String hash, int exchange, Response response) {
        StringBuilder head = new StringBuilder();
        for (HeaderField field : response.headers().fields()) {
            head.append(field).append('\n');
        }
        String type = response.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        Encoding encoding = type.contains("json") ? Encoding.JSON : Encoding.HTML;
        String all = head + "\n" + response.body().text();
        return find(hash, exchange, all, head.length(), encoding);
    }

    private static Optional<SecretSource> find(String hash, int exchange, String all, int headEnds, Encoding inBody) {
        for (int at = all.indexOf(hash); at >= 0; at = all.indexOf(hash, at + 1)) {
            int begin = Math.max(lineBegin(all, at), Math.max(all.lastIndexOf('\u203a', at) + 1, at - LONGEST));
            String before = all.substring(begin, at);
            int end = at + hash.length();
            String after = end < all.length() && all.charAt(end) != '\n' ? all.substring(end, end + 1) : "";
            // The replayed answer has other secrets where this one has hashes: only plain words can be looked for.
            if (before.strip().length() >= SHORTEST && all.indexOf(before) == begin && !after.equals("\u2039")) {
                return Optional.of(
                        new SecretSource(exchange, before, after, at < headEnds ? Encoding.PERCENT : inBody));
            }
        }
        return Optional.empty();
    }

    private static int lineBegin(String text, int at) {
        return text.lastIndexOf('\n', at) + 1;
    }
}
