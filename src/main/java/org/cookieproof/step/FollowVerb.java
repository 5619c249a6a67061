package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.Role;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code follow: { from: other, to: first, how: link }}: a document of one site makes the user agent ask another one;
 * {@code follow: { link: "#pt-login a" }} or {@code follow: { link: { text: Log in } }}: a link of the current page.
 */
@AutoService(Verb.class)
public final class FollowVerb implements Verb {

    @Override
    public String name() {
        return "follow";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        if (fields.node("link").isPresent()) {
            return link(node, fields, binder);
        }
        if (fields.node("from").isEmpty() && fields.node("to").isEmpty()) {
            binder.problems()
                    .add(node.at(), "'follow' needs 'from:', 'to:' and 'how:', or 'link:' for one of the current page");
            return new FollowLink(Optional.empty(), Optional.empty(), binder.expectations(node));
        }
        return between(node, fields, binder);
    }

    private static Step link(StepNode node, Fields fields, Binder binder) {
        binder.needs("forms");
        YamlNode link = fields.node("link").orElseThrow();
        Optional<String> selector = Optional.empty();
        Optional<String> text = Optional.empty();
        if (link instanceof YamlNode.Scalar scalar) {
            selector = Optional.of(scalar.text());
        } else {
            text = fields.fields("link", "'link'").map(inner -> {
                String words = inner.text("text");
                inner.end();
                return words;
            });
        }
        fields.end();
        return new FollowLink(selector, text, binder.expectations(node));
    }

    private static Step between(StepNode node, Fields fields, Binder binder) {
        Role from = binder.role(fields, "from");
        Role to = binder.role(fields, "to");
        Optional<StartPage> how = fields.oneOf("how", "way to follow", StartPage::named, StartPage.WORDS);
        if (fields.node("how").isEmpty()) {
            binder.problems().add(node.at(), "'follow' needs 'how:' (" + String.join(", ", StartPage.WORDS) + ")");
        }
        Optional<String> path = binder.path(fields, "path");
        Map<String, String> form = fields.textMap("form");
        if (!form.isEmpty() && how.filter(h -> h != StartPage.POST).isPresent()) {
            binder.problems()
                    .add(fields.node("form").map(YamlNode::at).orElse(fields.at()), "'form:' goes with 'how: post'");
        }
        fields.end();
        how.map(StartPage::capability).ifPresent(binder::needs);
        return new FollowBetween(
                from, to, how.orElse(StartPage.LINK), path, form, node.scheme(), binder.expectations(node));
    }
}
