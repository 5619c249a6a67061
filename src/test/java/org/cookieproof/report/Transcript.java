package org.cookieproof.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;

/** Exchanges written as in the fact sheets: {@code [n] SCHEME://host}, {@code >} request and {@code <} response lines. */
public final class Transcript {

    private static final Pattern HEAD = Pattern.compile("\\[(\\d+)] (HTTPS?)://(\\S+).*");
    private static final Instant START = Instant.parse("2026-11-21T21:16:34Z");

    private Transcript() {}

    /** A log-in over three hosts, two views, and a log-out that deletes a domain cookie without its Domain. */
    public static Recording logout() {
        try (InputStream in = Objects.requireNonNull(Transcript.class.getResourceAsStream("logout.transcript"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Recording parse(String text) {
        List<Exchange> exchanges = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : (text + "\n[0] HTTP://end").split("\n")) {
            if (line.startsWith("[") && !lines.isEmpty()) {
                exchanges.add(exchange(lines));
                lines.clear();
            }
            lines.add(line);
        }
        return new Recording(exchanges);
    }

    private static Exchange exchange(List<String> lines) {
        Matcher head = HEAD.matcher(lines.get(0));
        if (!head.matches()) {
            throw new IllegalArgumentException(lines.get(0));
        }
        int number = Integer.parseInt(head.group(1));
        List<String> sent = part(lines, "> ");
        List<String> received = part(lines, "< ");
        String[] start = sent.get(0).split(" ");
        Url url = Url.of(Scheme.of(head.group(2)), head.group(3), start[1]);
        Headers headers = headers(sent);
        return new Exchange(
                number,
                START.plusMillis(number * 1300L),
                Duration.ofMillis(40 + number * 7L),
                Exchange.Sender.USER_AGENT,
                number <= 1 ? 1 : number <= 5 ? 2 : number <= 7 ? 3 : number <= 9 ? 4 : 5,
                number == 9,
                new Request(start[0], url, headers, body(sent)),
                new Response(
                        Integer.parseInt(received.get(0).split(" ")[1]),
                        received.get(0).split(" ", 3)[2],
                        headers(received),
                        body(received)),
                null);
    }

    private static List<String> part(List<String> lines, String prefix) {
        return lines.stream()
                .filter(l -> l.startsWith(prefix))
                .map(l -> l.substring(2))
                .toList();
    }

    private static Headers headers(List<String> part) {
        return new Headers(part.stream()
                .skip(1)
                .filter(l -> !l.startsWith("[body]"))
                .map(l -> new HeaderField(
                        l.substring(0, l.indexOf(':')),
                        l.substring(l.indexOf(':') + 1).strip()))
                .toList());
    }

    private static Body body(List<String> part) {
        return part.stream()
                .filter(l -> l.startsWith("[body] "))
                .map(l -> Body.of(l.substring(7)))
                .findFirst()
                .orElse(Body.EMPTY);
    }
}
