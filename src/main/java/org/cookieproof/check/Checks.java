package org.cookieproof.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.Exchange;

/** Runs checks over evidence. */
public final class Checks {

    private Checks() {}

    /**
     * What all these checks find in a cell of several user agents, in their order. What is found about a further user
     * agent names it; what the target does to several of them is told once, about the first of them.
     *
     * @param whole of the cell
     * @param parts of its user agents, by name; the first one's name is empty
     */
    public static List<Finding> examineAll(List<Check> checks, Evidence whole, Map<String, Evidence> parts) {
        if (parts.size() == 1) {
            return examineAll(checks, whole);
        }
        List<Finding> findings = new ArrayList<>();
        Sides sidesOfWhole = Sides.of(whole);
        Map<String, Sides> sides = new LinkedHashMap<>();
        parts.forEach((userAgent, evidence) -> sides.put(userAgent, Sides.of(evidence)));
        for (Check check : checks) {
            if (check.comparesUserAgents()) {
                findings.addAll(examine(check, sidesOfWhole));
                continue;
            }
            Set<String> told = new HashSet<>();
            sides.forEach((userAgent, evidence) -> examine(check, evidence).stream()
                    .map(finding ->
                            check.side() == Check.Side.CLIENT ? finding.of(userAgent) : finding.seenBy(userAgent))
                    .filter(finding -> told.add(finding.severity() + finding.fingerprint()))
                    .forEach(findings::add));
        }
        return List.copyOf(findings);
    }

    /**
     * What all these checks find, in their order.
     *
     * @throws CheckBrokenException naming the check that threw: a fault of ours, so that the cell is broken, not failed
     */
    public static List<Finding> examineAll(List<Check> checks, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        Sides sides = Sides.of(evidence);
        for (Check check : checks) {
            findings.addAll(examine(check, sides));
        }
        return List.copyOf(findings);
    }

    /** The target is judged by its own answers; the user agent by all that it got, whoever it was that answered. */
    private record Sides(Evidence client, Evidence server) {
        static Sides of(Evidence evidence) {
            boolean allByTarget = evidence.recording().exchanges().stream().noneMatch(Exchange::answeredByHarness);
            // The same evidence where it can be: then both share the model's replays.
            return new Sides(evidence, allByTarget ? evidence : evidence.withTarget());
        }
    }

    private static List<Finding> examine(Check check, Sides sides) {
        try {
            return check.examine(check.side() == Check.Side.SERVER ? sides.server() : sides.client());
        } catch (RuntimeException | StackOverflowError e) {
            throw new CheckBrokenException(check.id(), e);
        }
    }
}
