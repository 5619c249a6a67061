package org.cookieproof.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Scheme;
import org.cookieproof.tap.Condition;
import org.cookieproof.tap.FieldTest;
import org.cookieproof.tap.When;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/** Binds what stands under {@code when:} in a rewriting rule. */
final class WireConditions {

    private static final Pattern OCCURRENCE = Pattern.compile("([1-9]\\d{0,5})(\\+|-([1-9]\\d{0,5}))?");

    private final Optional<Sites> sites;
    private final Problems problems;

    WireConditions(Optional<Sites> sites, Problems problems) {
        this.sites = sites;
        this.problems = problems;
    }

    When when(Fields fields) {
        List<Condition> all = new ArrayList<>();
        Consumer<Condition> add = all::add;
        roles(fields).ifPresent(add);
        fields.oneOf("scheme", "scheme", Scheme::named, List.of("http", "https"))
                .map(Condition.Over::new)
                .ifPresent(add);
        fields.pattern("host").map(Condition.Host::new).ifPresent(add);
        fields.pattern("path").map(Condition.Target::new).ifPresent(add);
        glob(fields).ifPresent(add);
        fields.optionalText("method").map(Condition.Method::new).ifPresent(add);
        tests(fields, "request-header", Condition.RequestField::new).forEach(add);
        if (fields.node("request-has-cookie").isPresent()) {
            boolean has = fields.flag("request-has-cookie", true);
            add.accept(new Condition.RequestField(new FieldTest("Cookie", Optional.empty(), has)));
        }
        fields.pattern("request-cookie").map(Condition.SentCookie::new).ifPresent(add);
        fields.pattern("status").map(Condition.Status::new).ifPresent(add);
        tests(fields, "response-header", Condition.ResponseField::new).forEach(add);
        fields.pattern("content-type")
                .map(p -> new Condition.ResponseField(new FieldTest("Content-Type", Optional.of(p), true)))
                .ifPresent(add);
        fields.pattern("sets-cookie").map(Condition.SetsCookie::new).ifPresent(add);
        When.Occurrence occurrence = occurrence(fields);
        fields.end();
        return new When(all, occurrence);
    }

    /** A rule for a role that the target does not have would inject nothing, in silence. */
    private Optional<Condition> roles(Fields fields) {
        if (fields.node("role").isEmpty()) {
            return Optional.empty();
        }
        List<String> words = Stream.of(Role.values()).map(Role::wireName).toList();
        Set<Role> roles = fields.setOf("role", "role", Role::named, words);
        sites.ifPresent(s -> roles.stream()
                .filter(role -> s.host(role).isEmpty())
                .forEach(role -> problems.add(
                        fields.at(), "this target has no site in the role '" + role + "'; name another, or a host")));
        return Optional.of(new Condition.HostOf(roles.stream()
                .flatMap(role -> sites.flatMap(s -> s.host(role)).stream())
                .collect(Collectors.toSet())));
    }

    private Optional<Condition> glob(Fields fields) {
        return fields.scalars("path-glob").stream()
                .filter(glob -> {
                    boolean whole = glob.text().startsWith("/") || glob.text().startsWith("*");
                    if (!whole) {
                        problems.add(
                                glob.at(),
                                "'path-glob:' is for the whole path and starts with '/' or '*', not '" + glob.text()
                                        + "'");
                    }
                    return whole;
                })
                .map(glob -> (Condition) Condition.Path.glob(glob.text()))
                .findFirst();
    }

    private List<Condition> tests(Fields fields, String key, Function<FieldTest, Condition> condition) {
        List<Condition> tests = new ArrayList<>();
        for (YamlNode node : fields.list(key)) {
            Fields.mapping("'" + key + "'", node, problems).ifPresent(m -> {
                Fields field = new Fields(m, "'" + key + "'", problems);
                String name = field.text("name");
                Optional<Pattern> value = field.pattern("value");
                boolean present = field.flag("present", true);
                field.end();
                WireRules.made(problems, m.at(), () -> condition.apply(new FieldTest(name, value, present)))
                        .ifPresent(tests::add);
            });
        }
        return tests;
    }

    private When.Occurrence occurrence(Fields fields) {
        for (YamlNode.Scalar nth : fields.scalars("nth")) {
            Matcher matcher = OCCURRENCE.matcher(nth.text());
            if (!matcher.matches()) {
                problems.add(nth.at(), "'nth:' is a number from 1, '2+' or '2-4', not '" + nth.text() + "'");
                break;
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(3) != null
                    ? Integer.parseInt(matcher.group(3))
                    : matcher.group(2) != null ? Integer.MAX_VALUE : first;
            return WireRules.made(problems, nth.at(), () -> new When.Occurrence(first, last))
                    .orElse(When.Occurrence.EVERY);
        }
        return When.Occurrence.EVERY;
    }
}
