package org.cookieproof.driver.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response's head as a dialog of ELinks shows it, in a frame of plain characters.
 *
 * @param status 0 for none
 */
record HeaderBox(int status, String contentType, boolean redirects) {

    private static final Pattern FRAMED = Pattern.compile("\\| +(.*?) +\\|");
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\S* (\\d{3}).*");

    /** @param rows of the screen, top to bottom */
    static HeaderBox read(List<String> rows) {
        List<String> lines = rows.stream()
                .map(FRAMED::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(1))
                .dropWhile(line -> !STATUS.matcher(line).matches())
                .toList();
        if (lines.isEmpty()) {
            return new HeaderBox(0, "", false);
        }
        Matcher status = STATUS.matcher(lines.get(0));
        int code = status.matches() ? Integer.parseInt(status.group(1)) : 0;
        return new HeaderBox(
                code,
                field(lines, "content-type").orElse(""),
                code / 100 == 3 && field(lines, "location").isPresent());
    }

    private static Optional<String> field(List<String> lines, String name) {
        return lines.stream()
                .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(l -> l.substring(name.length() + 1).strip())
                .findFirst();
    }
}
