package org.cookieproof.report.html;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule's source, with links where it is an RFC or a task: followed by a person, never loaded by the page. The
 * addresses are made here from digits alone; nothing that a target sends can become one.
 */
final class SourceLinks {

    private static final Pattern SOURCE = Pattern.compile(
            "(?<![\\w-])(?:(T\\d{3,7})|RFC ?(6265bis)(?:[- ]§?(\\d+(?:\\.\\d+)*))?|RFC ?(\\d{3,5})(?:[- ]§?(\\d+(?:\\.\\d+)*))?)(?!\\w)");

    private static final String TASKS = "https://phabricator.wikimedia.org/";
    private static final String DRAFT = "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis";
    private static final String RFCS = "https://www.rfc-editor.org/rfc/rfc";

    private static final Pattern OURS = Pattern.compile(Pattern.quote(TASKS) + "T\\d{3,7}|(?:" + Pattern.quote(DRAFT)
            + "|" + Pattern.quote(RFCS) + "\\d{3,5})(?:#section-\\d+(?:\\.\\d+)*)?");

    private SourceLinks() {}

    static boolean isOurs(String address) {
        return OURS.matcher(address).matches();
    }

    static void show(Markup html, String source) {
        Matcher matcher = SOURCE.matcher(source);
        int shown = 0;
        while (matcher.find()) {
            html.text(source.substring(shown, matcher.start()));
            html.open("a", "href", address(matcher), "rel", "noreferrer")
                    .text(matcher.group())
                    .close();
            shown = matcher.end();
        }
        html.text(source.substring(shown));
    }

    private static String address(Matcher matcher) {
        if (matcher.group(1) != null) {
            return TASKS + matcher.group(1);
        }
        boolean draft = matcher.group(2) != null;
        Optional<String> section = Optional.ofNullable(draft ? matcher.group(3) : matcher.group(5));
        return (draft ? DRAFT : RFCS + matcher.group(4))
                + section.map(s -> "#section-" + s).orElse("");
    }
}
