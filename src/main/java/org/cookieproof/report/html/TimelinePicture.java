package org.cookieproof.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.CookieLife.Event;
import org.cookieproof.http.Exchange;

/**
 * The cookies of a cell over its exchanges: one row a cookie, a line while the jar holds it, a mark for everything that
 * befalls it. Within an exchange what the request carried stands left of what the response did.
 */
final class TimelinePicture {

    private static final int LABELS = 252;
    private static final int TOP = 46;
    private static final int ROW = 26;
    private static final int WIDTH = 900;

    private final TimelineRows rows;
    private final double step;

    TimelinePicture(TimelineRows rows) {
        this.rows = rows;
        this.step = Math.max(
                20, Math.min(36, (double) WIDTH / Math.max(1, rows.exchanges().size())));
    }

    void show(Markup html, String id) {
        int bottom = TOP + rows.rows().size() * ROW;
        double width = LABELS + step * rows.exchanges().size() + 12;
        html.open("figure", "class", "timeline");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Cookie lives");
        html.open(
                "svg",
                "role",
                "img",
                "aria-labelledby",
                id,
                "aria-describedby",
                id + "d",
                "width",
                number(width),
                "height",
                number(bottom + 6),
                "viewBox",
                "0 0 " + number(width) + " " + number(bottom + 6));
        html.element("title", "When each cookie was set, sent, replaced, deleted or refused", "id", id);
        html.element("desc", description(), "id", id + "d");
        steps(html, bottom);
        columns(html, bottom);
        for (int i = 0; i < rows.rows().size(); i++) {
            row(html, rows.rows().get(i), i);
        }
        html.close().close();
        html.open("figcaption");
        Marks.legend(html);
        if (rows.hidden() > 0) {
            html.element("p", Look.count(rows.hidden(), "more cookie") + " in the recording", "class", "dim");
        }
        html.close().close().line();
    }

    /** The picture in words, for who cannot see it. */
    private String description() {
        StringBuilder words = new StringBuilder();
        for (CookieLife life : rows.rows()) {
            words.append(life.title()).append(": ");
            words.append(life.events().stream()
                            .map(e -> e.kind() + " in #" + e.exchange())
                            .collect(Collectors.joining(", ")))
                    .append(". ");
        }
        return words.toString().strip();
    }

    /** Alternating bands, one for each scenario step. */
    private void steps(Markup html, int bottom) {
        List<Exchange> exchanges = rows.exchanges();
        boolean shaded = false;
        for (int from = 0; from < exchanges.size(); shaded = !shaded) {
            int to = from;
            while (to < exchanges.size()
                    && exchanges.get(to).step() == exchanges.get(from).step()) {
                to++;
            }
            double x = LABELS + from * step;
            double width = (to - from) * step;
            rect(html, shaded ? "band shaded" : "band", x, 0, width, bottom);
            html.close();
            String label = "step " + exchanges.get(from).step();
            html.element(
                    "text",
                    width > 34 ? label : label.substring(5),
                    "class",
                    "step",
                    "x",
                    number(x + width / 2),
                    "y",
                    "14",
                    "text-anchor",
                    "middle");
            from = to;
        }
    }

    private void columns(Markup html, int bottom) {
        for (int i = 0; i < rows.exchanges().size(); i++) {
            Exchange exchange = rows.exchanges().get(i);
            boolean cited = exchange.number() == rows.cited();
            double x = LABELS + i * step;
            rect(html, cited ? "cited" : "column", x, 20, step, bottom - 20);
            html.element("title", ExchangeView.cut(exchange.summary())).close();
            html.element(
                    "text",
                    String.valueOf(exchange.number()),
                    "class",
                    cited ? "tick cited" : "tick",
                    "x",
                    number(x + step / 2),
                    "y",
                    "35",
                    "text-anchor",
                    "middle");
        }
    }

    private void row(Markup html, CookieLife life, int index) {
        double y = TOP + index * ROW + ROW / 2.0;
        boolean subject = index < rows.subject();
        html.open("g", "class", subject ? "row subject" : "row");
        html.open(
                        "line",
                        "class",
                        "rule",
                        "x1",
                        "0",
                        "x2",
                        number(LABELS + step * rows.exchanges().size()),
                        "y1",
                        number(y + ROW / 2.0),
                        "y2",
                        number(y + ROW / 2.0))
                .close();
        html.open("text", "class", "label", "x", "4", "y", number(y + 4))
                .element("title", life.title())
                .element("tspan", shortened(life.name(), 24), "class", "cookie")
                .element("tspan", " " + scope(life), "class", "scope")
                .close();
        held(html, life, y);
        for (Event event : life.events()) {
            double x = x(life, event);
            if (x >= 0) {
                Marks.mark(html, event, x, y);
            }
        }
        html.close().line();
    }

    private static String scope(CookieLife life) {
        String owner = life.userAgent().isEmpty() ? "" : life.userAgent() + ": ";
        String domain = owner + (life.hostOnly() ? "" : ".") + life.domain();
        return shortened(domain, Math.max(10, 40 - Math.min(24, life.name().length())));
    }

    /** The line while the model's jar holds the cookie; it changes its shade with the value. */
    private void held(Markup html, CookieLife life, double y) {
        double since = -1;
        int value = 0;
        for (Event event : life.events()) {
            if (event.kind() == CookieLife.Kind.SENT || event.kind() == CookieLife.Kind.REFUSED) {
                continue;
            }
            double x = x(life, event);
            if (since >= 0 && x > since) {
                line(html, since, x, y, value);
            }
            boolean gone = event.kind() == CookieLife.Kind.DELETED || event.kind() == CookieLife.Kind.EXPIRED;
            since = gone ? -1 : Math.max(x, LABELS);
            value = event.value();
        }
        if (since >= 0) {
            line(html, since, LABELS + step * rows.exchanges().size(), y, value);
        }
    }

    private static void line(Markup html, double from, double to, double y, int value) {
        html.open(
                        "line",
                        "class",
                        value % 2 == 1 ? "held" : "held other",
                        "x1",
                        number(from),
                        "x2",
                        number(to),
                        "y1",
                        number(y),
                        "y2",
                        number(y))
                .element("title", "held, value " + value)
                .close();
    }

    /** Requests take the left third of a column, responses share the rest; -1 for what lies outside the picture. */
    private double x(CookieLife life, Event event) {
        int column = -1;
        for (int i = 0; i < rows.exchanges().size(); i++) {
            column = rows.exchanges().get(i).number() == event.exchange() ? i : column;
        }
        if (column < 0) {
            return -1;
        }
        List<Event> answered = new ArrayList<>();
        life.events().stream()
                .filter(e -> e.exchange() == event.exchange() && e.kind() != CookieLife.Kind.SENT)
                .forEach(answered::add);
        double start = LABELS + column * step;
        return event.kind() == CookieLife.Kind.SENT
                ? start + step * 0.22
                : start + step * (0.4 + 0.55 * (answered.indexOf(event) + 0.5) / answered.size());
    }

    private static void rect(Markup html, String look, double x, double y, double width, double height) {
        html.open(
                "rect",
                "class",
                look,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(height));
    }

    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
