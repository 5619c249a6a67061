package org.cookieproof.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieAccount.StepJar;
import org.cookieproof.evidence.CookieAccount.Witness;
import org.cookieproof.evidence.Jar.Held;
import org.cookieproof.http.cookie.SameSite;
import org.jspecify.annotations.Nullable;

/** The jar before and after one step, cookie by cookie: what came, what went, what changed. */
final class JarTable {

    private static final int MOST_ROWS = 60;

    private final StepJar after;
    private final Optional<StepJar> before;

    private JarTable(StepJar after, Optional<StepJar> before) {
        this.after = after;
        this.before = before;
    }

    /** The jars around a step; none where the step did not end. */
    static Optional<JarTable> around(int step, CookieAccount account) {
        return jar(account, step).map(after -> new JarTable(after, jar(account, step - 1)));
    }

    private static Optional<StepJar> jar(CookieAccount account, int step) {
        return account.jars().stream().filter(j -> j.step() == step).findFirst();
    }

    private record Row(@Nullable Held was, @Nullable Held is) {
        Held shown() {
            return is == null ? Objects.requireNonNull(was) : is;
        }

        String change() {
            if (was == null) {
                return "added";
            }
            if (is == null) {
                return "gone";
            }
            if (!was.value().equals(is.value())) {
                return "new value";
            }
            return JarTable.attributes(was).equals(JarTable.attributes(is)) ? "" : "new attributes";
        }
    }

    void show(Markup html, String id) {
        List<Row> rows = rows();
        html.element("h4", "The jar before and after step " + after.step(), "id", id);
        html.element("p", witness(), "class", "dim");
        if (rows.isEmpty()) {
            html.element("p", "Empty before and after.", "class", "dim");
            return;
        }
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", id);
        html.open("table", "class", "jar").open("thead").open("tr");
        for (String head : List.of("Change", "Cookie", "Where", "Value before", "Value after", "Attributes")) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        rows.stream().limit(MOST_ROWS).forEach(row -> row(html, row));
        html.close().close();
        if (rows.size() > MOST_ROWS) {
            html.element("p", "and " + Look.count(rows.size() - MOST_ROWS, "more cookie"), "class", "dim");
        }
        html.close().line();
    }

    private String witness() {
        boolean differ = before.isPresent() && before.get().witness() != after.witness();
        String first = before.isEmpty() ? "There was no step before it. " : "";
        return first
                + (differ ? "Before, " + words(before.get().witness()) + "; after, " : "As told by ")
                + words(after.witness())
                + (after.note().isEmpty() ? "." : ": " + ExchangeView.cut(after.note()));
    }

    private static String words(Witness witness) {
        return switch (witness) {
            case USER_AGENT -> "the user agent itself";
            case CURRENT_PAGE -> "the user agent itself, for the current page alone";
            case MODEL -> "the model from the wire, since the user agent does not tell";
        };
    }

    /** Those that changed first. */
    private List<Row> rows() {
        Map<String, Row> rows = new TreeMap<>();
        before.ifPresent(jar -> jar.cookies().forEach(c -> rows.put(key(c), new Row(c, null))));
        after.cookies().forEach(c -> rows.merge(key(c), new Row(null, c), (was, is) -> new Row(was.was(), is.is())));
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort((a, b) -> Boolean.compare(a.change().isEmpty(), b.change().isEmpty()));
        return sorted;
    }

    private static String key(Held cookie) {
        return cookie.name() + "\n" + cookie.domain() + "\n" + cookie.path();
    }

    private static void row(Markup html, Row row) {
        Held cookie = row.shown();
        String change = row.change();
        html.open("tr", "class", change.isEmpty() ? "same" : "j-" + change.replace(' ', '-'));
        html.element("td", change.isEmpty() ? "–" : change);
        html.open("td").element("code", ExchangeView.cut(cookie.name())).close();
        html.open("td").element("code", ExchangeView.cut(where(cookie))).close();
        html.open("td").element("code", value(row.was())).close();
        html.open("td").element("code", value(row.is())).close();
        html.element("td", attributes(cookie)).close();
    }

    private static String value(@Nullable Held cookie) {
        return cookie == null ? "" : ExchangeView.cut(cookie.value());
    }

    private static String where(Held cookie) {
        boolean domainCookie = Boolean.FALSE.equals(cookie.hostOnly());
        return (domainCookie ? "." : "") + cookie.domain() + (cookie.path().equals("/") ? "" : cookie.path());
    }

    /** What the user agent tells; what it does not tell is left out. */
    private static String attributes(Held cookie) {
        List<String> told = new ArrayList<>();
        if (Boolean.TRUE.equals(cookie.secure())) {
            told.add("Secure");
        }
        if (Boolean.TRUE.equals(cookie.httpOnly())) {
            told.add("HttpOnly");
        }
        SameSite sameSite = cookie.sameSite();
        if (sameSite != null && sameSite != SameSite.UNSPECIFIED) {
            told.add("SameSite=" + sameSite.name().charAt(0)
                    + sameSite.name().substring(1).toLowerCase(Locale.ROOT));
        }
        told.add(cookie.expiry() == null ? "session" : "until " + RunHeader.time(cookie.expiry()));
        return String.join(", ", told);
    }
}
