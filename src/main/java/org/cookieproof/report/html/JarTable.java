package org.cookieproof.report.html;

import java.util.ArrayList;
import java.util.Comparator;
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

/** One user agent's jar before and after one step, cookie by cookie: what came, what went, what changed. */
final class JarTable {

    private static final int MOST_ROWS = 60;

    private final int step;
    private final StepJar after;
    private final Optional<StepJar> before;
    private final boolean oneOfSeveral;

    private JarTable(int step, StepJar after, Optional<StepJar> before, boolean oneOfSeveral) {
        this.step = step;
        this.after = after;
        this.before = before;
        this.oneOfSeveral = oneOfSeveral;
    }

    /**
     * The jars around a step, one for each user agent of the cell that had played by then; none where the step did not
     * end.
     *
     * @param first whose jar is to come first
     */
    static List<JarTable> around(int step, CookieAccount account, Optional<String> first) {
        if (account.jars().stream().noneMatch(j -> j.step() == step)) {
            return List.of();
        }
        List<String> names = account.jars().stream()
                .map(StepJar::userAgent)
                .distinct()
                .sorted(Comparator.comparing((String n) -> !first.equals(Optional.of(n))))
                .toList();
        return names.stream()
                .flatMap(name -> around(step, account, name, names.size() > 1).stream())
                .toList();
    }

    private static Optional<JarTable> around(int step, CookieAccount account, String name, boolean oneOfSeveral) {
        List<StepJar> until = account.jars().stream()
                .filter(j -> j.userAgent().equals(name) && j.step() <= step)
                .sorted(Comparator.comparing(StepJar::step))
                .toList();
        if (until.isEmpty()) {
            return Optional.empty();
        }
        StepJar after = until.get(until.size() - 1);
        Optional<StepJar> before = after.step() < step
                ? Optional.of(after)
                : until.size() > 1 ? Optional.of(until.get(until.size() - 2)) : Optional.empty();
        return Optional.of(new JarTable(step, after, before, oneOfSeveral));
    }

    static void show(Markup html, String id, List<JarTable> tables) {
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).show(html, i == 0 ? id : id + i);
        }
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

    private void show(Markup html, String id) {
        List<Row> rows = rows();
        html.element("h4", title(), "id", id);
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

    private String title() {
        String whose = oneOfSeveral
                ? "The jar of " + (after.userAgent().isEmpty() ? "the first user agent" : after.userAgent())
                : "The jar";
        return whose + " before and after step " + step;
    }

    private String witness() {
        String note = after.note().isEmpty() ? "." : ": " + ExchangeView.cut(after.note());
        if (after.step() < step) {
            return "It took no part in this step: the jar as it was after step " + after.step() + ", as told by "
                    + words(after.witness()) + note;
        }
        boolean differ = before.isPresent() && before.get().witness() != after.witness();
        return (before.isEmpty() ? "It had played no step before. " : "")
                + (differ ? "Before, " + words(before.get().witness()) + "; after, " : "As told by ")
                + words(after.witness())
                + note;
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
