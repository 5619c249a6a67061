package org.cookieproof.farm.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Html;

/** The little of wiki markup that the farm reads: paragraphs and {@code [[links]]}. All else is text. */
final class WikiText {

    private static final Pattern LINK = Pattern.compile("\\[\\[([^\\[\\]|]{1,255})]]");

    private WikiText() {}

    static String toHtml(String text) {
        return Pattern.compile("\\R{2,}")
                .splitAsStream(text.strip())
                .map(paragraph -> "<p>" + inline(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String inline(String paragraph) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(paragraph);
        int end = 0;
        while (link.find()) {
            html.append(Html.escape(paragraph.substring(end, link.start())));
            html.append(Title.parse(link.group(1))
                    .map(title -> link(title, link.group(1)))
                    .orElseGet(() -> Html.escape(link.group())));
            end = link.end();
        }
        return html.append(Html.escape(paragraph.substring(end))).toString();
    }

    private static String link(Title title, String words) {
        return "<a href=\"" + Html.escape(title.path()) + "\">" + Html.escape(words) + "</a>";
    }
}
