package org.cookieproof.driver.text;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code lynx -trace} notes of a request and its redirects.
 *
 * @param url    of the last request; empty for none
 * @param status of the last response; 0 for none
 * @param cached where Lynx keeps the source of what it shows
 */
record LynxTrace(Optional<String> url, int status, String contentType, Optional<Path> cached) {

    private static final Pattern URL = Pattern.compile("(?m)^HTAccess: loading document (https?://\\S+)");
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP: Rx: HTTP/\\d\\S* (\\d{3})");
    private static final Pattern TYPE = Pattern.compile("(?m)^HTMIME: PICKED UP Content-Type: '(.*)'");
    private static final Pattern CACHED =
            Pattern.compile("(?m)^SourceCacheWriter: Caching source for URL .* in file (\\S+)");

    static LynxTrace read(String trace) {
        Optional<Matcher> request = last(URL, trace);
        String response = request.map(m -> trace.substring(m.end())).orElse("");
        return new LynxTrace(
                request.map(m -> m.group(1)),
                last(STATUS, response).map(m -> Integer.parseInt(m.group(1))).orElse(0),
                last(TYPE, response).map(m -> m.group(1)).orElse(""),
                last(CACHED, response).map(m -> Path.of(m.group(1))));
    }

    private static Optional<Matcher> last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int end = -1;
        while (matcher.find()) {
            end = matcher.start();
        }
        return end >= 0 && matcher.find(end) ? Optional.of(matcher) : Optional.empty();
    }
}
