package org.cookieproof.passport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.profile.Profile;
import org.cookieproof.report.html.HtmlReport;
import org.cookieproof.report.html.Markup;

/** {@code passports.html}: the table of all passports in one file, for a person. It loads nothing. */
public final class PassportPage {

    private final PassportTable table;
    private final Map<Profile, Map<String, Difference>> differences;
    private final Markup html = new Markup();

    private PassportPage(PassportTable table) {
        this.table = table;
        this.differences = table.differences();
    }

    /** Writes it into a folder, which is made where there is none, and returns its path. */
    public static Path write(PassportTable table, Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(HtmlReport.PASSPORTS), new PassportPage(table).render());
    }

    String render() throws IOException {
        html.open("html", "lang", "en").line().open("head").line();
        html.open("meta", "charset", "utf-8");
        html.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", "Passports \u2013 Cookieproof").line();
        html.ours("style", style()).close().line();
        html.open("body").line();
        body();
        html.close().close();
        return "<!doctype html>\n" + html + "\n";
    }

    private static String style() throws IOException {
        try (InputStream in = PassportPage.class.getResourceAsStream("passports.css")) {
            return new String(Objects.requireNonNull(in, "passports.css").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void body() {
        html.element("h1", "Passports").line();
        html.open("p")
                .text(table.behaviours().size() + " behaviours of "
                        + table.passports().size()
                        + " user agents, as they were measured. A tick is the standard's answer; a value is another,"
                        + " with what explains it when you point at it; a dash was not asked, since the user agent"
                        + " cannot do what the question needs. Models are marked as such.")
                .close()
                .line();
        html.open("div", "class", "scroll").open("table").line();
        head();
        html.open("tbody").line();
        String chapter = "";
        for (Behaviour behaviour : table.behaviours()) {
            if (!behaviour.chapter().equals(chapter)) {
                chapter = behaviour.chapter();
                html.open("tr", "class", "chapter")
                        .element(
                                "th",
                                chapter,
                                "scope",
                                "rowgroup",
                                "colspan",
                                String.valueOf(table.passports().size() + 3))
                        .close()
                        .line();
            }
            row(behaviour);
        }
        html.close().close().close().line();
        new ModelTable(table.passports().keySet(), table.comparisons()).write(html);
        engines();
    }

    private void head() {
        html.open("thead").open("tr").element("th", "behaviour", "scope", "col");
        html.element("th", "RFC 6265bis", "scope", "col");
        html.element("th", "browsers that agree", "scope", "col");
        for (Profile profile : table.passports().keySet()) {
            html.element(
                    "th",
                    profile.id() + (profile.kind() == Profile.Kind.MODEL ? " (a model)" : ""),
                    "scope",
                    "col",
                    "class",
                    "agent");
        }
        html.close().close().line();
    }

    private void row(Behaviour behaviour) {
        html.open("tr").open("th", "scope", "row", "title", behaviour.id() + ", " + behaviour.source());
        html.text(behaviour.title()).close();
        html.open("td").element("code", table.standard(behaviour).orElse("")).close();
        html.element("td", behaviour.verifies().isPresent() ? "" : table.browsersThatAgree(behaviour));
        table.passports().forEach((profile, passport) -> cell(profile, passport, behaviour));
        html.close().line();
    }

    private void cell(Profile profile, Passport passport, Behaviour behaviour) {
        String answer = passport.answers().get(behaviour.id());
        Optional<Difference> difference =
                Optional.ofNullable(differences.getOrDefault(profile, Map.of()).get(behaviour.id()));
        if (answer == null) {
            String why = passport.notAsked().getOrDefault(behaviour.id(), "not in this passport");
            html.element("td", "\u2013", "class", "none", "title", why);
        } else if (behaviour.verifies().isPresent()) {
            html.element("td", answer, "class", answer.equals(Reading.YES) ? "same" : "none");
        } else if (difference.isEmpty()) {
            html.element("td", "\u2713", "class", "same", "title", "as the standard has it");
        } else {
            Optional<String> why = difference.get().explanation();
            html.open("td", "class", why.isPresent() ? "differs" : "open", "title", why.orElse("not explained"));
            html.element("code", answer).close();
        }
    }

    private void engines() {
        html.element("h2", "What was measured").line().open("dl").line();
        table.passports()
                .forEach((profile, passport) -> html.element("dt", profile.id().value())
                        .element("dd", passport.engine() + ", " + passport.measured() + ": " + profile.title())
                        .line());
        html.close().line();
    }
}
