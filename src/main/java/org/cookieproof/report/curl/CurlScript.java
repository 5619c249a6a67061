package org.cookieproof.report.curl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Request;
import org.cookieproof.http.Scheme;

/**
 * {@code curl.sh}: each request of the user agent under test, in order, with curl's own jar for the cookies. The
 * recording is redacted, so whatever secret a request carries is taken from the answer that had brought it, or asked for
 * in the environment.
 */
public final class CurlScript {

    private static final Pattern HASH = Pattern.compile("\u2039([0-9a-f]{8})\u203a");

    /** What curl says of itself, what its jar says, and compression, which would hide the values to be found. */
    private static final Set<String> CURLS_OWN = Set.of(
            "cookie",
            "host",
            "content-length",
            "connection",
            "proxy-connection",
            "keep-alive",
            "te",
            "transfer-encoding",
            "upgrade",
            "accept-encoding",
            "expect");

    private final List<Exchange> exchanges;
    private final Map<String, String> known;
    private final Map<String, String> asked = new TreeMap<>();
    private final StringBuilder requests = new StringBuilder();

    private CurlScript(List<Exchange> exchanges, Map<String, String> known) {
        this.exchanges = exchanges;
        this.known = known;
    }

    /**
     * Writes the script.
     *
     * @param title    what is sent again, for the script's first line
     * @param redacted exchanges without their secrets
     * @param known    how a secret is shown in the recording, to the variable of the environment that holds it
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void write(Path file, String title, List<Exchange> redacted, Map<String, String> known) {
        List<Exchange> sent = redacted.stream()
                .filter(e -> e.sender() == Exchange.Sender.USER_AGENT)
                .toList();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, new CurlScript(sent, known).text(title).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private String text(String title) {
        for (int i = 0; i < exchanges.size(); i++) {
            request(exchanges.get(i), i);
        }
        return "#!/bin/bash\n" + ShellWords.comment(title) + ShellWords.PROLOGUE + asked() + requests;
    }

    private String asked() {
        StringBuilder lines = new StringBuilder();
        asked.forEach((variable, what) -> lines.append(": \"${")
                .append(variable)
                .append(":?")
                .append(what)
                .append("}\"\n"));
        return lines.toString();
    }

    private void request(Exchange exchange, int index) {
        Request request = exchange.request();
        Map<String, String> values = values(exchange, index);
        List<String> arguments = new ArrayList<>();
        boolean hasBody = request.body().fullLength() > 0;
        if (request.method().equals("HEAD")) {
            arguments.add("--head");
        } else if (hasBody || !request.method().equals("GET")) {
            arguments.add("--request " + ShellWords.quoted(request.method()));
        }
        headers(request, values).forEach(h -> arguments.add("--header " + h));
        if (hasBody) {
            boolean form = request.headers().combined("Content-Type").contains("urlencoded");
            arguments.add("--data-raw " + filled(request.body().text(), values, form));
        }
        arguments.add(filled(request.url().toString(), values, true));
        requests.append("\n").append(ShellWords.comment(label(exchange, request)));
        requests.append("send ").append(exchange.number());
        arguments.forEach(a -> requests.append(" \\\n  ").append(a));
        requests.append('\n');
    }

    private static String label(Exchange exchange, Request request) {
        return "Step " + exchange.step() + ", " + exchange.summary()
                + (request.url().scheme() == Scheme.HTTP ? " (plain http)" : "")
                + (request.body().isTruncated() ? "; its body was too long, and is sent as far as it was kept" : "");
    }

    private List<String> headers(Request request, Map<String, String> values) {
        List<String> headers = new ArrayList<>();
        for (HeaderField field : request.headers().fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!CURLS_OWN.contains(name) && !name.startsWith("proxy-")) {
                // curl reads "name;" as a field without a value, and "name:" as one to leave out.
                headers.add(
                        field.value().isEmpty()
                                ? ShellWords.quoted(field.name() + ";")
                                : filled(field.toString(), values, name.equals("referer")));
            }
        }
        for (String own : List.of("Accept", "User-Agent", "Content-Type")) {
            if (!request.headers().has(own)) {
                headers.add("'" + own + ":'");
            }
        }
        return headers;
    }

    /** The hashes that a request carries, each with the words that stand for its value; tells where to get them. */
    private Map<String, String> values(Exchange exchange, int index) {
        Request request = exchange.request();
        StringBuilder carried = new StringBuilder(request.url().toString())
                .append(request.body().text());
        request.headers().fields().stream()
                .filter(f -> !CURLS_OWN.contains(f.name().toLowerCase(Locale.ROOT)))
                .forEach(f -> carried.append(f.value()));
        List<Exchange> earlier = new ArrayList<>(exchanges.subList(0, index));
        java.util.Collections.reverse(earlier);
        Map<String, String> values = new LinkedHashMap<>();
        Matcher hashes = HASH.matcher(carried);
        while (hashes.find()) {
            values.computeIfAbsent(hashes.group(), hash -> variable(hash, exchange, earlier));
        }
        return values;
    }

    private String variable(String hash, Exchange exchange, List<Exchange> earlier) {
        String ofEnvironment = known.get(hash);
        if (ofEnvironment != null) {
            asked.putIfAbsent(ofEnvironment, "the password; see above");
            return ofEnvironment;
        }
        String bare = hash.substring(1, hash.length() - 1);
        Optional<SecretSource> source = SecretSource.of(hash, earlier);
        if (source.isEmpty()) {
            asked.putIfAbsent(
                    "SECRET_" + bare, "a value of request " + exchange.number() + " that reports do not hold");
            return "SECRET_" + bare;
        }
        SecretSource from = source.get();
        requests.append("\nvalue_")
                .append(bare)
                .append("=$(taken ")
                .append(from.exchange())
                .append(' ')
                .append(from.encoding().name().toLowerCase(Locale.ROOT))
                .append(' ')
                .append(ShellWords.quoted(from.before()))
                .append(' ')
                .append(ShellWords.quoted(from.after()))
                .append(")");
        return "value_" + bare;
    }

    /** One word of the shell: all quoted, but for the values. */
    private static String filled(String text, Map<String, String> values, boolean percentEncoded) {
        StringBuilder word = new StringBuilder();
        Matcher hashes = HASH.matcher(text);
        int end = 0;
        while (hashes.find()) {
            String variable = values.get(hashes.group());
            word.append(ShellWords.quoted(text.substring(end, hashes.start())));
            word.append(percentEncoded ? "\"$(encoded \"$" + variable + "\")\"" : "\"$" + variable + "\"");
            end = hashes.end();
        }
        return word.append(ShellWords.quoted(text.substring(end))).toString();
    }
}
