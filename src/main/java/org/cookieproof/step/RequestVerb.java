package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.NotPossibleException;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code request: { at: first, path: /w/api.php, method: POST, form: { action: edit } }}: one request of the user
 * agent's own, with its jar.
 */
@AutoService(Verb.class)
public final class RequestVerb implements Verb {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public String name() {
        return "request";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        Role at = binder.role(fields, "at");
        if (fields.node("path").isEmpty()) {
            binder.problems().add(node.at(), "'request' needs 'path:', which starts with '/'");
        }
        String path = binder.path(fields, "path").orElse("/");
        Map<String, String> query = fields.textMap("query");
        Map<String, String> form = fields.textMap("form");
        Optional<String> json = fields.node("json").map(Json::of);
        Map<String, String> headers = fields.textMap("headers");
        String method = fields.oneOf("method", "method", m -> Optional.of(m).filter(METHODS::contains), METHODS)
                .orElse(form.isEmpty() && json.isEmpty() ? "GET" : "POST");
        checkContent(fields, method, form, json, binder);
        fields.end();
        return new Request(
                at, target(path, query), method, form, json, headers, node.scheme(), binder.expectations(node));
    }

    private static void checkContent(
            Fields fields, String method, Map<String, String> form, Optional<String> json, Binder binder) {
        boolean carries = !form.isEmpty() || json.isPresent();
        if (!form.isEmpty() && json.isPresent()) {
            binder.problems()
                    .add(
                            fields.node("json").map(YamlNode::at).orElse(fields.at()),
                            "a request carries 'form:' or 'json:', not both; drop one");
        }
        if (carries && (method.equals("GET") || method.equals("HEAD"))) {
            binder.problems()
                    .add(
                            fields.node("method").map(YamlNode::at).orElse(fields.at()),
                            method + " carries nothing; use 'query:' or another method");
        }
    }

    private static String target(String path, Map<String, String> query) {
        String encoded = query.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return encoded.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + encoded;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Request(
            Role at,
            String target,
            String method,
            Map<String, String> form,
            Optional<String> json,
            Map<String, String> headers,
            Optional<Scheme> scheme,
            Expectations expectations)
            implements Step {

        Request {
            form = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(form));
            headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        @Override
        public String title() {
            return "request " + method + " " + target + " at " + at
                    + scheme.map(s -> " over " + s).orElse("");
        }

        @Override
        public List<Finding> play(Stage stage) {
            Scheme over = scheme.orElse(stage.setting().scheme());
            Url url = stage.url(at, over, target);
            stage.answered(stage.session()
                    .request(new ApiRequest(method, url, json.isPresent() ? Map.of() : form, json, headers)));
            insistOnHeaders(stage, url);
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            return expectations.examine(stage, new Focus(at, over, () -> probe.ask(at, over)));
        }

        /** A client that leaves out a field sends another request than the scenario says: nothing is proved by that. */
        private void insistOnHeaders(Stage stage, Url url) {
            for (Exchange exchange : stage.exchangesOfStep()) {
                if (exchange.url().equals(url) && exchange.request().method().equals(method)) {
                    headers.forEach((name, value) -> {
                        if (!exchange.request().headers().values(name).contains(value)) {
                            throw new NotPossibleException("send a request with '" + name + ": " + value
                                    + "', as the wire shows (" + exchange.summary() + ")");
                        }
                    });
                }
            }
        }
    }
}
