package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;

/**
 * Logs are read by more people, and kept longer, than sessions live: the debug log of every request that the incident
 * left behind held 109 GB of them (session-semantics.md §7, lesson 6: "no secrets"). Only of a target that shows its
 * log.
 */
@AutoService(Check.class)
public final class NoSecretInLogCheck implements Check {

    @Override
    public String id() {
        return "no-secret-in-log";
    }

    @Override
    public String source() {
        return "RFC9110-17.9";
    }

    @Override
    public String title() {
        return "The target's log holds no credential";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public boolean comparesUserAgents() {
        return true;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Set<String> lines = new LinkedHashSet<>(evidence.circumstances().log());
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<String, String> secrets = Secrets.of(evidence);
        for (String line : lines) {
            // As it is and percent-decoded: a log of requests has cookies and URLs as they came.
            List<String> readings = new ArrayList<>(List.of(line, Subjects.decode(line)));
            secrets.forEach((secret, what) -> {
                if (readings.stream().anyMatch(reading -> reading.contains(secret))) {
                    tell(what, line.indexOf(secret) < 0 ? 0 : line.indexOf(secret), findings);
                }
            });
        }
        return findings.list();
    }

    /** The line itself stays out of the finding, since it holds the secret. */
    private void tell(String what, int column, Findings findings) {
        findings.keep(
                new Finding(
                        id(),
                        source(),
                        Severity.ERROR,
                        "the target's log: " + what,
                        "a log from which nobody can sign in",
                        "a line of the log has " + what + (column > 0 ? ", from column " + (column + 1) + " on" : ""),
                        OptionalInt.empty(),
                        Optional.empty()),
                "",
                "/",
                "");
    }
}
