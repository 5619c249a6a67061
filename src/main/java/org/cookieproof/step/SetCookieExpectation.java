package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Response;
import org.cookieproof.http.cookie.SetCookieLine;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code set-cookie: { cookies: session-bearing, from: first, with: [Secure, HttpOnly], without: [SameSite] }}: the
 * site's responses of this step set such cookies, each with and without these attributes; deletions do not count.
 */
@AutoService(Expectation.class)
public final class SetCookieExpectation implements Expectation {

    private static final List<String> ATTRIBUTES =
            List.of("Secure", "HttpOnly", "SameSite", "Path", "Domain", "Max-Age", "Expires", "Partitioned");

    @Override
    public String name() {
        return "set-cookie";
    }

    @Override
    public Bound bind(YamlNode argument, Binder binder) {
        Fields fields = binder.fields(name(), argument, "cookies");
        Wanted wanted = new Wanted(
                binder.categories(fields, "cookies"),
                binder.roles(fields, "from"),
                fields.texts("with"),
                fields.texts("without"));
        Stream.concat(wanted.with().stream(), wanted.without().stream())
                .map(a -> a.split("=", 2)[0])
                .filter(a -> ATTRIBUTES.stream().noneMatch(a::equalsIgnoreCase))
                .forEach(a -> binder.problems().add(argument.at(), Words.unknown("attribute", a, ATTRIBUTES)));
        fields.end();
        return (stage, focus) -> {
            List<Finding> findings = new ArrayList<>();
            wanted.from().forEach(role -> findings.addAll(wanted.examine(stage, role)));
            return findings;
        };
    }

    private record Wanted(Set<CookieCategory> categories, List<Role> from, List<String> with, List<String> without) {

        List<Finding> examine(Stage stage, Role role) {
            String host = stage.host(role);
            List<Finding> findings = new ArrayList<>();
            boolean any = false;
            for (Exchange exchange : stage.exchangesOfStep()) {
                if (exchange.sender() != Exchange.Sender.USER_AGENT
                        || !exchange.url().host().equals(host)) {
                    continue;
                }
                for (String line : exchange.answer().map(Response::setCookies).orElse(List.of())) {
                    Optional<SetCookieLine> cookie = SetCookieLine.parse(line)
                            .filter(c -> categories.stream()
                                    .anyMatch(k -> stage.setting()
                                            .target()
                                            .dictionary()
                                            .is(k, c.name())))
                            .filter(c -> !c.deletesAt(exchange.startedAt()));
                    any |= cookie.isPresent();
                    cookie.ifPresent(c -> findings.addAll(judge(stage, role, exchange, line, c)));
                }
            }
            if (!any) {
                findings.add(stage.finding(
                        "set-cookie",
                        categories + " cookies from " + role,
                        host + " sets " + categories + " cookies in this step",
                        "it sets none",
                        stage.newest()));
            }
            return findings;
        }

        private List<Finding> judge(Stage stage, Role role, Exchange exchange, String line, SetCookieLine cookie) {
            List<Finding> findings = new ArrayList<>();
            for (String attribute : with) {
                if (!has(cookie, attribute)) {
                    findings.add(wrong(stage, role, exchange, line, cookie, "has " + attribute, "it has not"));
                }
            }
            for (String attribute : without) {
                if (has(cookie, attribute)) {
                    findings.add(wrong(stage, role, exchange, line, cookie, "has no " + attribute, "it has"));
                }
            }
            return findings;
        }

        private static Finding wrong(
                Stage stage,
                Role role,
                Exchange exchange,
                String line,
                SetCookieLine cookie,
                String expected,
                String observed) {
            return stage.finding(
                    "set-cookie",
                    cookie.name() + " from " + role + " " + expected,
                    cookie.name() + " " + expected,
                    observed,
                    OptionalInt.of(exchange.number()),
                    Optional.of("Set-Cookie: " + line));
        }

        /** {@code Secure}, or {@code SameSite=None}; names and values whatever their case. */
        private static boolean has(SetCookieLine cookie, String attribute) {
            String[] nameAndValue = attribute.split("=", 2);
            return cookie.raw(nameAndValue[0])
                    .filter(v -> nameAndValue.length == 1
                            || v.toLowerCase(Locale.ROOT).equals(nameAndValue[1].toLowerCase(Locale.ROOT)))
                    .isPresent();
        }
    }
}
