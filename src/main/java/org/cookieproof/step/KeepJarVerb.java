package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code keep-jar: before-logout}: copies the jar as the wire tells it, by the model, so that the jar of a user agent
 * that cannot be read is kept as well.
 */
@AutoService(Verb.class)
public final class KeepJarVerb implements Verb {

    @Override
    public String name() {
        return "keep-jar";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        String name = node.argument() instanceof YamlNode.Scalar word ? word.text() : "";
        if (name.isEmpty()) {
            binder.problems().add(node.at(), "'keep-jar' needs a name for the copy: 'keep-jar: before-logout'");
        }
        binder.keepsJar(node.argument().at(), name);
        Expectations expectations = binder.expectations(node);
        if (!expectations.isEmpty()) {
            binder.problems()
                    .add(
                            node.at(),
                            "'keep-jar' does nothing to expect of; move 'expect:' and 'capture:' to another step");
        }
        return new KeepJar(name);
    }

    private record KeepJar(String name) implements Step {

        @Override
        public String title() {
            return "keep the jar as " + name;
        }

        @Override
        public List<Finding> play(Stage stage) {
            stage.settle();
            CookieJar jar = stage.model().jarAfterStep(stage.step());
            if (jar.cookies().isEmpty()) {
                return List.of(stage.finding(
                        "keep-jar", "keep-jar", "a jar with cookies in it", "an empty jar", stage.newest()));
            }
            stage.keepJar(name, jar);
            return List.of();
        }
    }
}
