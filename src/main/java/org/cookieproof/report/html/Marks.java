package org.cookieproof.report.html;

import java.util.Locale;
import org.cookieproof.evidence.CookieLife.Event;
import org.cookieproof.evidence.CookieLife.Kind;

/** The marks of a picture of cookie lives: each has a shape of its own, so that they can be told without colour. */
final class Marks {

    private Marks() {}

    static void mark(Markup html, Event event, double x, double y) {
        boolean odd = event.kind() == Kind.SENT && !event.note().isEmpty();
        shape(html, event.kind(), x, y, odd, tooltip(event));
    }

    private static String tooltip(Event event) {
        String value = event.value() > 0 ? ", value " + event.value() : "";
        String note = event.note().isEmpty() ? "" : ": " + event.note();
        return "#" + event.exchange() + " " + event.kind() + value + note;
    }

    private static void shape(Markup html, Kind kind, double x, double y, boolean odd, String title) {
        html.open(
                "g",
                "class",
                "mark " + kind + (odd ? " odd" : ""),
                "transform",
                String.format(Locale.ROOT, "translate(%.1f %.1f)", x, y));
        html.element("title", title);
        switch (kind) {
            case SET -> html.open("circle", "r", "5").close();
            case REPLACED -> path(html, "M0-6L6 0L0 6L-6 0Z");
            case SENT -> path(html, "M0-5L4.5 4L-4.5 4Z");
            case DELETED -> path(html, "M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5");
            case REFUSED -> path(html, "M-5-5H5V5H-5ZM-5 5L5-5");
            case EXPIRED -> html.open("circle", "r", "4.5").close();
        }
        html.close();
    }

    private static void path(Markup html, String d) {
        html.open("path", "d", d).close();
    }

    static void legend(Markup html) {
        html.open("ul", "class", "legend");
        for (Kind kind : Kind.values()) {
            entry(html, kind, false, kind.toString());
        }
        entry(html, Kind.SENT, true, "sent, though not held or with another value");
        html.open("li").open("svg", "width", "30", "height", "16", "viewBox", "0 -8 30 16", "aria-hidden", "true");
        html.open("line", "class", "held", "x1", "0", "x2", "15", "y1", "0", "y2", "0")
                .close();
        html.open("line", "class", "held other", "x1", "15", "x2", "30", "y1", "0", "y2", "0")
                .close();
        html.close().text("held by the jar; the shade changes with the value").close();
        html.close();
    }

    private static void entry(Markup html, Kind kind, boolean odd, String label) {
        html.open("li").open("svg", "width", "16", "height", "16", "viewBox", "-8 -8 16 16", "aria-hidden", "true");
        shape(html, kind, 0, 0, odd, label);
        html.close().text(label).close();
    }
}
