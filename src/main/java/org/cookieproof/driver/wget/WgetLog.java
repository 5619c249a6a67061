package org.cookieproof.driver.wget;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code wget --server-response} says about one request and its redirects: a line with the time and the URL for each
 * request, and each response's status and fields, indented by two spaces.
 *
 * @param url    of the last request that was made; empty for none
 * @param status of the last response; 0 for none
 */
record WgetLog(Optional<String> url, int status, String contentType, boolean redirects, String lastWords) {

    private static final Pattern REQUEST = Pattern.compile("--\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d--  (.+)");
    private static final Pattern STATUS = Pattern.compile("  HTTP/\\d\\S* (\\d{3})(?: .*)?");
    private static final Pattern FIELD = Pattern.compile("  ([^\\s:]+):[ \\t]*(.*)");

    static WgetLog read(String log) {
        List<String> lines = log.lines().toList();
        int start = -1;
        Optional<String> url = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            Matcher request = REQUEST.matcher(lines.get(i));
            if (request.matches()) {
                url = Optional.of(request.group(1));
                start = i;
            }
        }
        List<String> last = lines.subList(start + 1, lines.size());
        int status = last.stream()
                .map(STATUS::matcher)
                .filter(Matcher::matches)
                .map(m -> Integer.parseInt(m.group(1)))
                .reduce(0, (earlier, later) -> later);
        return new WgetLog(
                url,
                status,
                field(last, "content-type").orElse(""),
                status / 100 == 3 && field(last, "location").isPresent(),
                String.join(
                        " ",
                        last.stream()
                                .map(String::strip)
                                .filter(l -> !l.isEmpty())
                                .toList()));
    }

    private static Optional<String> field(List<String> response, String name) {
        return response.stream()
                .map(FIELD::matcher)
                .filter(m -> m.matches() && m.group(1).toLowerCase(Locale.ROOT).equals(name))
                .map(m -> m.group(2))
                .reduce((earlier, later) -> later);
    }
}
