package org.cookieproof.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * HTML being written. Text and attribute values are escaped here and nowhere else, since all of them may come from a
 * hostile target; links and pictures lead nowhere but into the page and the run's folder.
 */
public final class Markup {

    private static final Set<String> VOID = Set.of("meta", "img", "input", "br", "col");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final Pattern LINK = Pattern.compile("#[\\w.=-]*|(?:recordings|screens)/[\\w.-]+|passports[.]html");
    private static final String PICTURE = "data:image/png;base64,";

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values by turns. */
    public Markup open(String tag, String... attributes) {
        out.append('<').append(name(tag));
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(name(attributes[i])).append("=\"");
            escape(checked(attributes[i], attributes[i + 1]));
            out.append('"');
        }
        out.append('>');
        if (!VOID.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Closes the element that was opened last. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A line break in the source, where it makes the source readable. */
    public Markup line() {
        out.append('\n');
        return this;
    }

    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element with text in it. */
    public Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** What only assistive technology reads. */
    public Markup unseen(String text) {
        return element("span", text, "class", "vh");
    }

    /** A style sheet or a script of our own, which must not be escaped and must not end its element. */
    public Markup ours(String tag, String source) {
        if (source.contains("</")) {
            throw new IllegalArgumentException("our own " + tag + " would end early");
        }
        out.append('<')
                .append(name(tag))
                .append('>')
                .append(source)
                .append("</")
                .append(tag)
                .append(">\n");
        return this;
    }

    /** Data for our own script, which shows it as text. */
    public Markup data(String id, String json) {
        out.append("<script type=\"application/json\" id=\"").append(name(id)).append("\">");
        json.codePoints().forEach(c -> {
            // As escapes of JSON, so that the element cannot end early and no line separator ends a literal.
            if (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        out.append("</script>\n");
        return this;
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        return name;
    }

    private static String checked(String attribute, String value) {
        boolean allowed = switch (attribute) {
            case "href" -> (LINK.matcher(value).matches() && !value.contains("..")) || SourceLinks.isOurs(value);
            case "src" -> value.startsWith(PICTURE);
            case "style", "srcdoc", "action", "formaction" -> false;
            default -> !attribute.startsWith("on");
        };
        if (!allowed) {
            throw new IllegalArgumentException(attribute + " must not be '" + value + "'");
        }
        return value;
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(visible(c));
            }
        });
    }

    /** The text as a person may see it; what is shown by a script goes through here, too. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(Markup::visible).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Controls are shown as pictures; what turns the reading direction could make a line say something else. */
    private static int visible(int c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c < 0x20) {
            return 0x2400 + c;
        }
        boolean turns = c == 0x200e
                || c == 0x200f
                || c == 0x61c
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
        boolean broken = (c >= 0x7f && c < 0xa0) || (c >= 0xd800 && c <= 0xdfff) || c == 0xfffe || c == 0xffff;
        return turns || broken ? 0xfffd : c;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
