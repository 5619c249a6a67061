package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Role;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code signed-in-as: alice}, {@code signed-in-as: nobody}, {@code signed-in-as: { persona: alice, at: sibling }}: by
 * the page, the API, and the cookies on their own; each that can tell must say so (T124451).
 */
@AutoService(Expectation.class)
public final class SignedInAsExpectation implements Expectation {

    @Override
    public String name() {
        return "signed-in-as";
    }

    @Override
    public Bound bind(YamlNode argument, Binder binder) {
        Fields fields = binder.fields(name(), argument, "persona");
        String persona = binder.persona(fields, "persona").orElse("");
        if (persona.isEmpty()) {
            binder.problems().add(argument.at(), "'signed-in-as' needs a persona, or 'nobody'");
        }
        List<Role> at = binder.optionalRoles(fields, "at");
        fields.end();
        return new SignedInAs(persona, at);
    }

    /** Whom a persona stands for in this cell. */
    static Identity identity(Stage stage, String persona) {
        return Binder.NOBODY.equals(persona)
                ? Identity.nobody()
                : Identity.of(stage.account(persona).name());
    }

    private record SignedInAs(String persona, List<Role> at) implements Bound {

        @Override
        public boolean probes() {
            return true;
        }

        @Override
        public List<Finding> examine(Stage stage, Focus focus) {
            if (at.isEmpty()) {
                return examine(stage, focus.whoAmI().get());
            }
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            List<Finding> findings = new ArrayList<>();
            at.forEach(role -> findings.addAll(examine(stage, probe.ask(role, focus.scheme()))));
            return findings;
        }

        private List<Finding> examine(Stage stage, IdentityReading reading) {
            if (reading.known().isEmpty()) {
                throw new UserAgentBrokenException("who is signed in at " + reading.role() + " could not be observed: "
                        + reading.page() + "; " + reading.api() + "; " + reading.cookies());
            }
            Identity wanted = identity(stage, persona);
            // A user agent that reads pages must be told by the page as well; a silent page is not a matching one.
            boolean pageMustTell = stage.can("forms");
            if (reading.known().stream().allMatch(wanted::equals)
                    && (reading.page().isKnown() || !pageMustTell)) {
                return List.of();
            }
            return List.of(stage.finding(
                    "signed-in-as",
                    "identity at " + reading.role(),
                    wanted + " is signed in at " + reading.role() + " (" + stage.host(reading.role()) + ")",
                    "the page says " + reading.page() + ", the API " + reading.api() + ", the cookies alone "
                            + reading.cookies(),
                    reading.exchange(),
                    identifyingHeader(stage, reading)));
        }

        /** The Cookie line that the site took for somebody, or took for nobody. */
        private static Optional<String> identifyingHeader(Stage stage, IdentityReading reading) {
            return reading.exchange().stream()
                    .boxed()
                    .flatMap(n -> stage.tap().recording().number(n).stream())
                    .flatMap(e -> e.request().headers().fields().stream())
                    .filter(f -> f.named("Cookie"))
                    .map(Object::toString)
                    .findFirst();
        }
    }
}
