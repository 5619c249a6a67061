package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;

/**
 * {@code replay: { jar: before-logout, at: [first, central] }}: the harness's own raw client sends a kept jar. The
 * server must have ended the session, not only the jar.
 */
@AutoService(Verb.class)
public final class ReplayVerb implements Verb {

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        String jar = binder.keptJar(fields, "jar");
        List<Role> at = binder.roles(fields, "at");
        fields.end();
        Expectations expectations = binder.expectations(node);
        if (expectations.bound().isEmpty()) {
            binder.problems().add(node.at(), "'replay' proves nothing without 'expect: { signed-in-as: … }'");
        }
        return new Replay(jar, at, node.scheme(), expectations);
    }

    private record Replay(String jar, List<Role> at, Optional<Scheme> scheme, Expectations expectations)
            implements Step {

        @Override
        public String title() {
            return "replay jar " + jar + " at " + at;
        }

        @Override
        public List<Finding> play(Stage stage) {
            Scheme over = scheme.orElse(stage.setting().scheme());
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            List<Finding> findings = new ArrayList<>();
            for (Role role : at) {
                Url url = stage.url(role, over, "/");
                String cookies = stage.keptJar(jar).cookieHeader(CookieContext.direct(url));
                if (stage.heldFor(stage.keptJar(jar).cookies(), role, Set.of(CookieCategory.SESSION_BEARING))
                        .isEmpty()) {
                    findings.add(stage.finding(
                            "replay",
                            "jar to replay at " + role,
                            "jar " + jar + " holds a session-bearing cookie for " + url.host(),
                            "it holds none, so that nothing is proved",
                            stage.newest()));
                }
                IdentityReading reading = probe.askWith(cookies, role, over);
                findings.addAll(expectations.examine(stage, new Focus(role, over, () -> reading)));
            }
            return findings;
        }
    }
}
