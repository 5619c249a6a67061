package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Response;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieMatching;
import org.cookieproof.http.cookie.Deletion;
import org.cookieproof.http.cookie.Judgement;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code deleted: { cookies: session-bearing, from: [first, central] }}: every such cookie that the jar held for the
 * site before the step was deleted in it, by a line whose scope is the cookie's own.
 */
@AutoService(Expectation.class)
public final class DeletedExpectation implements Expectation {

    @Override
    public String name() {
        return "deleted";
    }

    @Override
    public Bound bind(YamlNode argument, Binder binder) {
        Fields fields = binder.fields(name(), argument, "cookies");
        Set<CookieCategory> categories = binder.categories(fields, "cookies");
        List<Role> from = binder.roles(fields, "from");
        fields.end();
        return (stage, focus) -> examine(stage, categories, from);
    }

    private static List<Finding> examine(Stage stage, Set<CookieCategory> categories, List<Role> from) {
        stage.settle();
        ModelReplay model = stage.model();
        List<Cookie> before = model.jarAfterStep(stage.step() - 1).cookies();
        List<Exchange> exchanges = stage.exchangesOfStep();
        List<Finding> findings = new ArrayList<>();
        for (Role role : from) {
            String host = stage.host(role);
            List<Cookie> held = stage.heldFor(before, role, categories);
            if (held.isEmpty()) {
                findings.add(stage.finding(
                        "deleted",
                        "cookies to delete at " + role,
                        "the jar held " + categories + " cookies for " + host + " before this step",
                        "it held none, so that nothing is proved",
                        OptionalInt.empty()));
            }
            held.stream()
                    .flatMap(cookie -> notDeleted(stage, role, cookie, exchanges).stream())
                    .forEach(findings::add);
        }
        return findings;
    }

    /** Whether a host has any say over a cookie; what others delete is not even a near miss. */
    private static boolean mayDelete(String host, Cookie cookie) {
        return CookieMatching.domainMatch(host, cookie.domain());
    }

    private static Optional<Finding> notDeleted(Stage stage, Role role, Cookie cookie, List<Exchange> exchanges) {
        String nearest = "no response of this step has a Set-Cookie line for it";
        OptionalInt shownBy = OptionalInt.empty();
        Optional<String> header = Optional.empty();
        for (Exchange exchange : exchanges) {
            if (exchange.sender() == Exchange.Sender.HARNESS
                    || !mayDelete(exchange.url().host(), cookie)) {
                continue;
            }
            for (String line : exchange.answer().map(Response::setCookies).orElse(List.of())) {
                Judgement judgement = Deletion.judge(
                        line,
                        cookie,
                        CookieContext.direct(exchange.url()),
                        exchange.startedAt(),
                        stage.setting().publicSuffixes());
                if (judgement instanceof Judgement.Deletes) {
                    return Optional.empty();
                }
                if (judgement instanceof Judgement.Misses misses) {
                    nearest = "a deletion misses it: " + misses.why() + " (" + misses.section() + ")";
                    shownBy = OptionalInt.of(exchange.number());
                    header = Optional.of("Set-Cookie: " + line);
                }
            }
        }
        return Optional.of(stage.finding(
                "deleted",
                "cookie " + cookie.name() + " of " + role,
                cookie.key() + " is deleted in this step",
                nearest,
                shownBy.isPresent() ? shownBy : stage.newest(),
                header));
    }
}
