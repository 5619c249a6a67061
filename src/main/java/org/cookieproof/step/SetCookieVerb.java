package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Body;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.SetCookieLine;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.tap.OwnAnswer;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code set-cookie: { at: first, line: "name=value; Path=/" }}: the user agent receives the line from that host, over
 * the wire, in a page that it navigates to. The harness answers, so that the line is no fault of the target's.
 */
@AutoService(Verb.class)
public final class SetCookieVerb implements Verb {

    @Override
    public String name() {
        return "set-cookie";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        Role at = binder.role(fields, "at");
        String line = fields.text("line");
        fields.end();
        boolean onTheWire = line.chars().allMatch(c -> c >= ' ' && c <= 0xFF);
        if (!line.isEmpty() && (!onTheWire || SetCookieLine.parse(line).isEmpty())) {
            binder.problems()
                    .add(
                            fields.node("line").map(YamlNode::at).orElse(fields.at()),
                            "'line:' is what stands after 'Set-Cookie: ' ('name=value; Path=/'), in characters up to"
                                    + " U+00FF and without line breaks");
        }
        return new SetCookie(at, line, node.scheme(), binder.expectations(node));
    }

    private record SetCookie(Role at, String line, Optional<Scheme> scheme, Expectations expectations) implements Step {

        @Override
        public String title() {
            return "set a cookie " + line.split("=", 2)[0] + " at " + at
                    + scheme.map(s -> " over " + s).orElse("");
        }

        @Override
        public List<Finding> play(Stage stage) {
            Scheme over = scheme.orElse(stage.setting().scheme());
            OwnAnswer answer = new OwnAnswer(
                    200,
                    Headers.of("Content-Type", "text/html; charset=utf-8", "Set-Cookie", line),
                    Body.of("<!DOCTYPE html><title>A cookie from the harness</title>"));
            Url url = stage.tap().offer(over, stage.host(at), "set-cookie", answer);
            Page page = stage.arrive(stage.session().open(url));
            if (page.error().isPresent()) {
                return List.of(stage.finding(
                        "page-is-shown",
                        "set-cookie at " + at,
                        "the harness's page at " + at,
                        page.error().get(),
                        stage.newest()));
            }
            stage.requestedBesides();
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            return expectations.examine(stage, new Focus(at, over, () -> probe.ask(at, over)));
        }
    }
}
