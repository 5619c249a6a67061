package org.cookieproof.driver.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code w3m -reqlog} notes of a request and its redirects: for each the request's head and the response's, CONNECT
 * included, and over https alone a line of its own before.
 *
 * @param status of the last response; 0 for none
 */
record W3mLog(int requests, int status, String contentType, boolean redirects) {

    private static final Pattern REQUEST = Pattern.compile("(?m)^(?=(?:CONNECT|GET|HEAD|POST) \\S+ HTTP/1\\.\\d\\s*$)");
    private static final Pattern ASKS = Pattern.compile("(?:GET|HEAD|POST) ");
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/\\d\\S* (\\d{3}).*$");

    static W3mLog read(String log) {
        List<String> requests = Arrays.stream(REQUEST.split(log))
                .filter(r -> ASKS.matcher(r).lookingAt())
                .toList();
        if (requests.isEmpty()) {
            return new W3mLog(0, 0, "", false);
        }
        String last = requests.get(requests.size() - 1);
        Matcher status = STATUS.matcher(last);
        if (!status.find()) {
            return new W3mLog(requests.size(), 0, "", false);
        }
        String response = last.substring(status.start());
        int code = Integer.parseInt(status.group(1));
        return new W3mLog(
                requests.size(),
                code,
                field(response, "content-type").orElse(""),
                code / 100 == 3 && field(response, "location").isPresent());
    }

    private static Optional<String> field(String response, String name) {
        return response.lines()
                .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(l -> l.substring(name.length() + 1).strip())
                .findFirst();
    }
}
