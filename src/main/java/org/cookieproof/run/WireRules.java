package org.cookieproof.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cookieproof.http.Scheme;
import org.cookieproof.tap.Rewrite;
import org.cookieproof.tap.When;
import org.cookieproof.tap.WireRule;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/** Binds the rewriting rules of a regression file to the tap's. */
final class WireRules {

    private static final List<String> REWRITES =
            List.of("append-to-set-cookie", "add-header", "drop-header", "replace-header");
    private static final Pattern ANY = Pattern.compile("", Pattern.DOTALL);

    private static final Pattern EVERY_NAME = Pattern.compile(".*");

    private final Problems problems;

    private WireRules(Problems problems) {
        this.problems = problems;
    }

    static List<WireRule> bind(String id, List<YamlNode> nodes, Problems problems) {
        WireRules rules = new WireRules(problems);
        List<WireRule> bound = new ArrayList<>();
        for (YamlNode node : nodes) {
            Fields.mapping("a wire rule", node, problems).ifPresent(m -> bound.add(rules.rule(id, m)));
        }
        return bound;
    }

    private WireRule rule(String id, YamlNode.Mapping mapping) {
        Fields fields = new Fields(mapping, "a wire rule", problems);
        When when = fields.fields("when", "'when'")
                .map(this::when)
                .orElseGet(() -> when(new Fields(new YamlNode.Mapping(mapping.at(), List.of()), "'when'", problems)));
        List<Rewrite> rewrites = new ArrayList<>();
        for (YamlNode node : fields.list("rewrite")) {
            Fields.mapping("a rewrite", node, problems).flatMap(this::rewrite).ifPresent(rewrites::add);
        }
        if (rewrites.isEmpty()) {
            problems.add(mapping.at(), "a wire rule needs 'rewrite:' (" + String.join(", ", REWRITES) + ")");
        }
        fields.end();
        return new WireRule(id, when, rewrites);
    }

    private When when(Fields fields) {
        When when = new When(
                fields.oneOf("scheme", "scheme", Scheme::named, List.of("http", "https")),
                fields.pattern("host"),
                fields.pattern("path"),
                fields.optionalText("method"),
                fields.pattern("status"),
                fields.optionalText("request-has-cookie").map(Boolean::parseBoolean));
        fields.end();
        return when;
    }

    private Optional<Rewrite> rewrite(YamlNode.Mapping mapping) {
        if (mapping.entries().size() != 1) {
            problems.add(mapping.at(), "a rewrite has one key (" + String.join(", ", REWRITES) + ")");
            return Optional.empty();
        }
        String word = mapping.entries().get(0).key().text();
        Function<Fields, Rewrite> reader = switch (word) {
            case "append-to-set-cookie" ->
                f -> new Rewrite.AppendToSetCookie(f.pattern("cookie").orElse(EVERY_NAME), f.text("suffix"));
            case "add-header" -> f -> new Rewrite.AddHeader(f.text("name"), f.text("value"));
            case "drop-header" ->
                f -> new Rewrite.DropHeader(f.text("name"), f.pattern("value").orElse(ANY));
            case "replace-header" -> f -> new Rewrite.ReplaceHeader(f.text("name"), f.text("value"));
            default -> {
                problems.add(mapping.at(), Words.unknown("rewrite", word, REWRITES));
                yield f -> new Rewrite.AddHeader("", "");
            }
        };
        if (!REWRITES.contains(word)) {
            return Optional.empty();
        }
        return Fields.mapping("'" + word + "'", mapping.entries().get(0).value(), problems)
                .map(m -> {
                    Fields fields = new Fields(m, "'" + word + "'", problems);
                    Rewrite rewrite = reader.apply(fields);
                    fields.end();
                    return rewrite;
                });
    }
}
