package org.cookieproof.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code capture: { token: { json: query.tokens.csrftoken } }}: what later steps call <code>${token}</code>. Bodies,
 * JSON and headers are those of the exchange that brought the newest page or answer, or of the newest with
 * {@code from:} and {@code path:}.
 */
public final class Captures {

    static final Captures NONE = new Captures(List.of());

    private static final List<String> SOURCES = List.of("body", "json", "header", "cookie", "field");

    /** Reads one thing where it is; empty when it is not there. */
    private interface Source {
        Optional<String> read(Stage stage, Optional<Exchange> exchange);
    }

    /** One name, and where its text comes from. */
    private record Capture(String name, String what, Selection selection, Source source) {}

    /** Which exchange is read. */
    private record Selection(List<Role> from, Optional<Pattern> path) {
        boolean isGiven() {
            return !from.isEmpty() || path.isPresent();
        }

        Optional<Exchange> find(Stage stage) {
            return isGiven()
                    ? stage.tap().recording().withTarget().exchanges().stream()
                            .filter(stage::isOwn)
                            .filter(e -> from.isEmpty()
                                    || stage.host(from.get(0)).equals(e.url().host()))
                            .filter(e -> path.isEmpty()
                                    || path.get().matcher(e.url().target()).find())
                            .max(Comparator.comparingInt(Exchange::number))
                    : stage.lastAnswer();
        }
    }

    private final List<Capture> all;

    private Captures(List<Capture> all) {
        this.all = List.copyOf(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    static Captures bind(YamlNode.Mapping mapping, Binder binder) {
        List<Capture> captures = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            Fields.mapping("'" + entry.key().text() + "'", entry.value(), binder.problems())
                    .flatMap(m -> capture(entry.key(), m, binder))
                    .ifPresent(captures::add);
            binder.captures(entry.key());
        }
        if (captures.isEmpty() && mapping.entries().isEmpty()) {
            binder.problems().add(mapping.at(), "'capture' needs a name: 'capture: { token: { json: a.b } }'");
        }
        return new Captures(captures);
    }

    private static Optional<Capture> capture(YamlNode.Scalar name, YamlNode.Mapping mapping, Binder binder) {
        Fields fields = new Fields(mapping, "'" + name.text() + "'", binder.problems());
        List<Role> from = binder.optionalRoles(fields, "from");
        Selection selection = new Selection(from, fields.pattern("path"));
        Optional<Pattern> body = fields.pattern("body");
        Optional<String> json = fields.optionalText("json");
        Optional<String> header = fields.optionalText("header");
        Optional<String> cookie = fields.optionalText("cookie");
        Optional<String> field = fields.optionalText("field");
        fields.end();
        List<String> given = SOURCES.stream()
                .filter(source -> mapping.get(source).isPresent())
                .toList();
        if (given.size() != 1) {
            binder.problems()
                    .add(
                            mapping.at(),
                            "'" + name.text() + "' needs one of " + String.join(", ", SOURCES)
                                    + (given.isEmpty() ? "" : ", not " + String.join(" and ", given)));
            return Optional.empty();
        }
        if (field.isPresent()) {
            binder.needs("forms");
        }
        Source source = body.<Source>map(Captures::body)
                .or(() -> json.map(Captures::json))
                .or(() -> header.map(Captures::header))
                .or(() -> cookie.map(c -> cookie(c, from)))
                .or(() -> field.map(Captures::field))
                .orElse((stage, exchange) -> Optional.empty());
        String what = given.get(0) + " " + fieldText(mapping, given.get(0));
        return Optional.of(new Capture(name.text(), what, selection, source));
    }

    private static String fieldText(YamlNode.Mapping mapping, String key) {
        return mapping.get(key)
                .map(node -> node instanceof YamlNode.Scalar scalar ? scalar.text() : node.kind())
                .orElse("");
    }

    private static Source ofAnswer(BiFunction<Exchange, Stage, Optional<String>> read) {
        return (stage, exchange) -> exchange.filter(e -> e.answer().isPresent()).flatMap(e -> read.apply(e, stage));
    }

    private static Source body(Pattern pattern) {
        return ofAnswer((exchange, stage) -> {
            Matcher found =
                    pattern.matcher(exchange.answer().orElseThrow().body().text());
            return found.find()
                    ? Optional.ofNullable(found.groupCount() > 0 ? found.group(1) : found.group())
                    : Optional.empty();
        });
    }

    /** {@code a.b.0} for people; anything that begins with a slash is a JSON pointer. */
    private static Source json(String path) {
        String pointer = path.startsWith("/") ? path : "/" + path.replace('.', '/');
        return ofAnswer((exchange, stage) ->
                Json.at(exchange.answer().orElseThrow().body().text(), pointer));
    }

    private static Source header(String name) {
        return ofAnswer(
                (exchange, stage) -> exchange.answer().orElseThrow().headers().first(name));
    }

    /** From the jar as the wire tells it: as it would be sent to that site, or to where the newest answer came from. */
    private static Source cookie(String name, List<Role> from) {
        return (stage, exchange) -> {
            Optional<Url> url = from.isEmpty()
                    ? exchange.map(Exchange::url)
                    : Optional.of(stage.url(from.get(0), stage.setting().scheme(), "/"));
            return url.flatMap(u -> stage.model().jarAfterStep(stage.step()).toSend(CookieContext.direct(u)).stream()
                    .filter(c -> c.name().equals(name))
                    .map(Cookie::value)
                    .findFirst());
        };
    }

    private static Source field(String selector) {
        return (stage, exchange) -> stage.page().isPresent() ? stage.session().valueOf(selector) : Optional.empty();
    }

    /** Captures all, and tells what is not there. */
    List<Finding> take(Stage stage) {
        if (isEmpty()) {
            return List.of();
        }
        stage.settle();
        List<Finding> findings = new ArrayList<>();
        for (Capture capture : all) {
            Optional<Exchange> exchange = capture.selection().find(stage);
            Optional<String> text = capture.source().read(stage, exchange);
            text.ifPresent(t -> stage.cast().capture(capture.name(), t));
            if (text.isEmpty()) {
                findings.add(stage.finding(
                        "capture",
                        capture.name() + ": " + capture.what(),
                        capture.what() + " to capture",
                        exchange.map(e -> "it is not there (" + e.summary() + ")")
                                .orElse("no such exchange was seen"),
                        exchange.map(e -> OptionalInt.of(e.number())).orElse(OptionalInt.empty())));
            }
        }
        return findings;
    }
}
