package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code holds: { cookies: remember, at: first, for: months }}: the jar, as the wire tells it, has such cookies for the
 * site; {@code for:} says whether they end with the browser session or outlive it; {@code none: true} turns it round.
 */
@AutoService(Expectation.class)
public final class HoldsExpectation implements Expectation {

    @Override
    public String name() {
        return "holds";
    }

    @Override
    public Bound bind(YamlNode argument, Binder binder) {
        Fields fields = binder.fields(name(), argument, "cookies");
        Set<CookieCategory> categories = binder.categories(fields, "cookies");
        List<Role> at = binder.roles(fields, "at");
        Optional<Lifetime> lifetime = fields.oneOf("for", "lifetime", Lifetime::named, List.of("session", "months"));
        boolean none = fields.flag("none", false);
        if (none && lifetime.isPresent()) {
            binder.problems()
                    .add(argument.at(), "'for:' says nothing of cookies that are not there; drop it or 'none:'");
        }
        fields.end();
        return (stage, focus) -> {
            List<Finding> findings = new ArrayList<>();
            at.forEach(role -> findings.addAll(examine(stage, role, categories, lifetime, none)));
            return findings;
        };
    }

    private static List<Finding> examine(
            Stage stage, Role role, Set<CookieCategory> categories, Optional<Lifetime> lifetime, boolean none) {
        stage.settle();
        String host = stage.host(role);
        List<Cookie> held =
                stage.heldFor(stage.model().jarAfterStep(stage.step()).cookies(), role, categories);
        List<Finding> findings = new ArrayList<>();
        if (held.isEmpty() != none) {
            findings.add(stage.finding(
                    "holds",
                    categories + " cookies at " + role,
                    (none ? "no " : "") + categories + " cookie for " + host,
                    held.isEmpty()
                            ? "the jar holds none"
                            : "the jar holds " + held.stream().map(Cookie::name).toList(),
                    stage.newest()));
        }
        for (Cookie cookie : none ? List.<Cookie>of() : held) {
            lifetime.filter(l -> !l.fits(cookie))
                    .ifPresent(l -> findings.add(stage.finding(
                            "holds",
                            "lifetime of " + cookie.name() + " at " + role,
                            cookie.name() + " " + l.says,
                            cookie.expiresAt()
                                    .map(e -> "it expires at " + e)
                                    .orElse("it ends with the browser session"),
                            stage.newest())));
        }
        return findings;
    }

    private enum Lifetime {
        SESSION("ends with the browser session") {
            @Override
            boolean fits(Cookie cookie) {
                return !cookie.isPersistent();
            }
        },
        MONTHS("lives for months") {
            @Override
            boolean fits(Cookie cookie) {
                return cookie.expiresAt()
                        .filter(e -> e.isAfter(cookie.created().plus(java.time.Duration.ofDays(60))))
                        .isPresent();
            }
        };

        private final String says;

        Lifetime(String says) {
            this.says = says;
        }

        abstract boolean fits(Cookie cookie);

        static Optional<Lifetime> named(String word) {
            return switch (word) {
                case "session" -> Optional.of(SESSION);
                case "months" -> Optional.of(MONTHS);
                default -> Optional.empty();
            };
        }
    }
}
