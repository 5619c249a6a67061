package org.cookieproof.driver.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Links shows. It writes differences only, so that what stands on its screen can be told from what it writes once
 * it has been asked to draw it anew as a whole.
 *
 * @param rows top to bottom; the last one is its status line
 */
record LinksScreen(List<String> rows) {

    /** What asks it: it is answered after all that was typed before. */
    static final String REDRAW = "\f";

    private static final String CLEARED = "\u001b[2J";
    private static final String LAST_ROW = "\u001b[" + Terminal.ROWS + ";1H";

    /** The attributes of text are set before a character; only at the end does a place of the cursor follow them. */
    private static final String END = "\u001b[0m\u001b[";

    /** What it has written when it is drawn. */
    static final List<String> DRAWN = List.of(CLEARED, LAST_ROW, END);

    /** The same, and some change since. */
    static final List<String> CHANGED = List.of(CLEARED, LAST_ROW, END, "\u001b[0m");

    private static final Pattern ROW = Pattern.compile("\\u001b\\[\\d+;1H");

    /** What the status line says on the way from a request to a document that is shown. */
    private static final Pattern LOADING =
            Pattern.compile("(Waiting in queue|Looking up host|Making (another )?connection"
                    + "|SSL negotiation|Request sent|Getting headers|Server is processing request|Transferring|Received \\d"
                    + "|Formatting document).*");

    private static final Pattern FRAMED = Pattern.compile("\\|  +(.*?) +\\|");
    private static final Pattern LABEL = Pattern.compile("[A-Z][A-Za-z -]*: .*");
    private static final Pattern SIZE = Pattern.compile("Size: (\\d+)");

    /** What the dialog about a document tells; a size of -1 while it is not whole. */
    record Shown(String url, long size) {}

    LinksScreen {
        rows = List.copyOf(rows);
    }

    /** @param written with all that {@link #DRAWN} says in it */
    static LinksScreen read(String written) {
        int from = written.indexOf(CLEARED) + CLEARED.length();
        int to = written.indexOf(END, written.indexOf(LAST_ROW, from));
        return new LinksScreen(ROW.splitAsStream(written.substring(from, to))
                .map(Terminal::plain)
                .toList());
    }

    boolean loading() {
        return LOADING.matcher(rows.get(rows.size() - 1)).matches();
    }

    /** Whether it shows a dialog with this title. */
    boolean shows(String title) {
        Pattern top = Pattern.compile("\\+-* " + Pattern.quote(title) + " -*\\+");
        return rows.stream().anyMatch(row -> top.matcher(row).find());
    }

    /** What stands in dialogs, in one line. */
    String text() {
        return String.join(" ", framed());
    }

    private List<String> framed() {
        return rows.stream()
                .map(FRAMED::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(1))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** What the dialog about a document tells; a URL may take several rows of it. */
    Shown info() {
        List<String> lines =
                framed().stream().dropWhile(line -> !line.startsWith("URL:")).toList();
        String url = lines.stream()
                        .limit(1)
                        .map(line -> line.substring("URL:".length()))
                        .collect(Collectors.joining())
                + lines.stream()
                        .skip(1)
                        .takeWhile(line -> !LABEL.matcher(line).matches())
                        .collect(Collectors.joining());
        return new Shown(
                url.strip(),
                lines.stream()
                        .map(SIZE::matcher)
                        .filter(Matcher::matches)
                        .mapToLong(size -> Long.parseLong(size.group(1)))
                        .findFirst()
                        .orElse(-1));
    }
}
