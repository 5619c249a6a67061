package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code page: { at: first, scheme: https, shows: "could not process", field: { "#wpTextbox1": "my words" } }}: what
 * the user agent shows now. A page that is not shown at all fails every part of it.
 */
@AutoService(Expectation.class)
public final class PageExpectation implements Expectation {

    @Override
    public String name() {
        return "page";
    }

    @Override
    public Bound bind(YamlNode argument, Binder binder) {
        Fields fields = binder.fields(name(), argument, "shows");
        List<Role> at = binder.optionalRoles(fields, "at");
        Optional<Scheme> scheme = fields.oneOf("scheme", "scheme", Scheme::named, List.of("http", "https"));
        Wanted wanted =
                new Wanted(at, scheme, fields.pattern("shows"), fields.pattern("lacks"), fields.textMap("field"));
        fields.end();
        return (stage, focus) -> wanted.examine(stage);
    }

    private record Wanted(
            List<Role> at,
            Optional<Scheme> scheme,
            Optional<Pattern> shows,
            Optional<Pattern> lacks,
            Map<String, String> field) {

        List<Finding> examine(Stage stage) {
            Optional<Page> now = stage.pageNow();
            if (now.isEmpty() || now.get().error().isPresent()) {
                String why = now.flatMap(Page::error).orElse("no page was opened");
                return List.of(wrong(stage, "shown", "a page is shown", why));
            }
            Page page = now.get();
            List<Finding> findings = new ArrayList<>();
            if (!at.isEmpty()
                    && at.stream()
                            .noneMatch(r -> stage.host(r).equals(page.url().host()))) {
                findings.add(wrong(stage, "site", "a page of " + at, page.url().origin()));
            }
            scheme.filter(s -> s != page.url().scheme())
                    .ifPresent(s -> findings.add(wrong(
                            stage, "scheme", "a page over " + s, page.url().origin())));
            shows.filter(p -> !p.matcher(page.html()).find())
                    .ifPresent(p -> findings.add(wrong(stage, "shows " + p, "the page shows " + p, "it does not")));
            lacks.filter(p -> p.matcher(page.html()).find())
                    .ifPresent(p -> findings.add(wrong(stage, "lacks " + p, "the page does not show " + p, "it does")));
            field.forEach((selector, value) -> {
                String shown = stage.session().valueOf(selector).orElse("(no such field)");
                if (!shown.strip().equals(value.strip())) {
                    findings.add(wrong(
                            stage,
                            "field " + selector,
                            "the field " + selector + " holds “" + value + "”",
                            "it holds “" + shown + "”"));
                }
            });
            return findings;
        }

        private static Finding wrong(Stage stage, String what, String expected, String observed) {
            return stage.finding("page", "page: " + what, expected, observed, stage.newest());
        }
    }
}
