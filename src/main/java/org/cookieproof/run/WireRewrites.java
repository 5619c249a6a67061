package org.cookieproof.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cookieproof.tap.Rewrite;
import org.cookieproof.tap.Rewrite.ReorderHeader.Order;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/** Binds lists of rewrites. */
final class WireRewrites {

    private static final Pattern ANY = Pattern.compile("");
    private static final Pattern EVERY_NAME = Pattern.compile(".*", Pattern.DOTALL);

    private static final Map<String, Function<Fields, Rewrite>> READERS = readers();

    private final Problems problems;

    WireRewrites(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, Function<Fields, Rewrite>> readers() {
        Map<String, Function<Fields, Rewrite>> readers = new LinkedHashMap<>();
        readers.put(
                "append-to-set-cookie",
                f -> new Rewrite.AppendToSetCookie(f.pattern("cookie").orElse(EVERY_NAME), octets(f.text("suffix"))));
        readers.put("add-header", f -> new Rewrite.AddHeader(f.text("name"), octets(f.text("value"))));
        readers.put("drop-header", f -> new Rewrite.DropHeader(f.text("name"), value(f)));
        readers.put("replace-header", f -> new Rewrite.ReplaceHeader(f.text("name"), octets(f.text("value"))));
        readers.put("replace-in-header", WireRewrites::replaceInHeader);
        readers.put(
                "duplicate-header", f -> new Rewrite.DuplicateHeader(f.text("name"), value(f), f.number("copies", 1)));
        readers.put("reorder-header", f -> {
            String name = f.text("name");
            Order order = f.oneOf("to", "order", WireRewrites::order, List.of("first", "last", "reversed"))
                    .orElse(Order.REVERSED);
            return new Rewrite.ReorderHeader(name, value(f), order);
        });
        readers.put(
                "fold-header",
                f -> new Rewrite.FoldHeader(
                        f.text("name"), f.optionalText("separator").orElse(", ")));
        return readers;
    }

    private static Rewrite replaceInHeader(Fields fields) {
        return new Rewrite.ReplaceInHeader(
                fields.text("name"),
                fields.pattern("cookie"),
                fields.pattern("find").orElseGet(() -> Pattern.compile(Pattern.quote(fields.text("find")))),
                octets(fields.text("with")));
    }

    private static Pattern value(Fields fields) {
        return fields.pattern("value").orElse(ANY);
    }

    private static Optional<Order> order(String word) {
        return switch (word) {
            case "first" -> Optional.of(Order.FIRST);
            case "last" -> Optional.of(Order.LAST);
            case "reversed" -> Optional.of(Order.REVERSED);
            default -> Optional.empty();
        };
    }

    /** Header fields are octets; text in a file is UTF-8. */
    static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    List<Rewrite> list(Fields fields, String key) {
        List<Rewrite> rewrites = new ArrayList<>();
        for (YamlNode node : fields.list(key)) {
            Fields.mapping("a rewrite", node, problems).flatMap(this::rewrite).ifPresent(rewrites::add);
        }
        return rewrites;
    }

    private Optional<Rewrite> rewrite(YamlNode.Mapping mapping) {
        if (mapping.entries().size() != 1) {
            problems.add(mapping.at(), "a rewrite has one key (" + String.join(", ", READERS.keySet()) + ")");
            return Optional.empty();
        }
        YamlNode.Entry entry = mapping.entries().get(0);
        String word = entry.key().text();
        Function<Fields, Rewrite> reader = READERS.get(word);
        if (reader == null) {
            problems.add(entry.key().at(), Words.unknown("rewrite", word, READERS.keySet()));
            return Optional.empty();
        }
        return Fields.mapping("'" + word + "'", entry.value(), problems).flatMap(m -> {
            Fields fields = new Fields(m, "'" + word + "'", problems);
            Optional<Rewrite> rewrite = WireRules.made(problems, m.at(), () -> reader.apply(fields));
            fields.end();
            return rewrite;
        });
    }
}
