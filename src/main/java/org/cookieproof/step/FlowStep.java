package org.cookieproof.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.Account;
import org.cookieproof.target.Flow;

/**
 * Plays a flow of the target, then holds the step's expectations against what happened.
 *
 * @param scheme     where it differs from the cell's
 * @param parameters of the flow, as given by the scenario
 */
record FlowStep(
        String flow,
        Role at,
        Optional<String> as,
        Optional<Scheme> scheme,
        Map<String, String> parameters,
        Expectations expectations)
        implements Step {

    @Override
    public String title() {
        return flow + as.map(persona -> " as " + persona).orElse("") + " at " + at
                + scheme.map(s -> " over " + s).orElse("");
    }

    @Override
    public List<Finding> play(Stage stage) {
        Flow definition = stage.setting()
                .target()
                .flows()
                .flow(flow)
                .orElseThrow(() -> new IllegalStateException("planned without a flow: " + flow));
        Map<String, String> given = new HashMap<>(parameters);
        as.map(stage::account).ifPresent(account -> identify(given, account));
        Scheme over = scheme.orElse(stage.setting().scheme());
        List<Finding> findings = new ArrayList<>(new FlowPlayer(stage, definition, at, over, given).play());
        if (findings.isEmpty()) {
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            findings.addAll(expectations.examine(stage, new Focus(at, over, () -> probe.ask(at, over))));
        }
        return findings;
    }

    private static void identify(Map<String, String> given, Account account) {
        given.put("user", account.name());
        given.put("password", account.password());
    }

    FlowStep {
        Objects.requireNonNull(flow);
        Objects.requireNonNull(at);
        parameters = Map.copyOf(parameters);
    }
}
