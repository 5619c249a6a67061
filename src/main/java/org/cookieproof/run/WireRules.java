package org.cookieproof.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Body;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.tap.Rewrite;
import org.cookieproof.tap.StandIn;
import org.cookieproof.tap.When;
import org.cookieproof.tap.WireRule;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/** Binds the rewriting rules of a regression file to the tap's. */
final class WireRules {

    private final Problems problems;
    private final WireConditions conditions;
    private final WireRewrites rewrites;

    private WireRules(Optional<Sites> sites, Problems problems) {
        this.problems = problems;
        this.conditions = new WireConditions(sites, problems);
        this.rewrites = new WireRewrites(problems);
    }

    /**
     * @param id    of the regression
     * @param sites of the target that the rules are for; empty to look at the file alone
     */
    static List<WireRule> bind(String id, List<YamlNode> nodes, Optional<Sites> sites, Problems problems) {
        WireRules rules = new WireRules(sites, problems);
        List<WireRule> bound = new ArrayList<>();
        for (YamlNode node : nodes) {
            Fields.mapping("a wire rule", node, problems)
                    .flatMap(m -> rules.rule(id, m))
                    .ifPresent(bound::add);
        }
        return bound;
    }

    private Optional<WireRule> rule(String id, YamlNode.Mapping mapping) {
        Fields fields = new Fields(mapping, "a wire rule", problems);
        When when = fields.fields("when", "'when'").map(conditions::when).orElse(When.ALWAYS);
        List<Rewrite> onRequest = rewrites.list(fields, "rewrite-request");
        Optional<StandIn> standIn = fields.fields("answer", "'answer'").flatMap(this::standIn);
        Optional<Integer> status = fields.node("set-status").map(n -> fields.number("set-status", 0));
        List<Rewrite> onResponse = rewrites.list(fields, "rewrite");
        int delay = fields.number("delay", 0);
        fields.end();
        boolean says = List.of("rewrite", "rewrite-request", "answer", "set-status", "delay").stream()
                .anyMatch(key -> mapping.get(key).isPresent());
        if (!says) {
            problems.add(
                    mapping.at(),
                    "a wire rule needs 'rewrite:', 'rewrite-request:', 'answer:', 'set-status:' or 'delay:', else it"
                            + " changes nothing");
            return Optional.empty();
        }
        return made(
                problems,
                mapping.at(),
                () -> new WireRule(id, when, onRequest, standIn, status, onResponse, Duration.ofMillis(delay)));
    }

    private Optional<StandIn> standIn(Fields fields) {
        int status = fields.number("status", 200);
        List<HeaderField> headers = new ArrayList<>();
        for (YamlNode node : fields.list("headers")) {
            Fields.mapping("a header", node, problems).ifPresent(m -> {
                Fields field = new Fields(m, "a header", problems);
                String name = field.text("name");
                String value = WireRewrites.octets(field.text("value"));
                field.end();
                headers.add(new HeaderField(name, value));
            });
        }
        String body = fields.optionalText("body").orElse("");
        fields.end();
        return made(problems, fields.at(), () -> new StandIn(status, new Headers(headers), Body.of(body)));
    }

    /** What a constructor finds wrong is told with its place, unless the reason has been told already. */
    static <T> Optional<T> made(Problems problems, Position at, Supplier<T> constructor) {
        int told = problems.sorted().size();
        try {
            return Optional.of(constructor.get());
        } catch (IllegalArgumentException e) {
            if (problems.sorted().size() == told) {
                problems.add(at, String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }
}
