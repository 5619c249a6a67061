package org.cookieproof.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Glob;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.YamlNode;

/**
 * An expected failure: which findings in which cells, whose bug it is, and until when it is expected.
 *
 * @param scenarios    globs of scenario ids; empty for all
 * @param profiles     globs of profile ids; empty for all
 * @param schemes      empty for both
 * @param checks       globs of check names, as findings tell them; never empty
 * @param fingerprints of findings; empty for any
 * @param until        the last day on which it is expected, in UTC
 * @param at           where the entry begins
 * @param lines        of the file, from there to its end
 */
public record KnownIssue(
        List<YamlNode.Scalar> scenarios,
        List<YamlNode.Scalar> profiles,
        Set<Scheme> schemes,
        List<YamlNode.Scalar> checks,
        Set<String> fingerprints,
        String owner,
        String bug,
        String reason,
        LocalDate until,
        Position at,
        List<String> lines) {

    public KnownIssue {
        scenarios = List.copyOf(scenarios);
        profiles = List.copyOf(profiles);
        schemes = Set.copyOf(schemes);
        checks = List.copyOf(checks);
        fingerprints = Set.copyOf(fingerprints);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(bug);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(until);
        Objects.requireNonNull(at);
        lines = List.copyOf(lines);
    }

    /** Whether it says something about this cell. */
    public boolean isAbout(CellId cell) {
        return any(scenarios, cell.scenario().value())
                && any(profiles, cell.profile().value())
                && (schemes.isEmpty() || schemes.contains(cell.scheme()));
    }

    /** Whether this finding, in a cell that it is about, is what it expects. */
    public boolean expects(Finding finding) {
        return any(checks, finding.check()) && (fingerprints.isEmpty() || fingerprints.contains(finding.fingerprint()));
    }

    public boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }

    private static boolean any(List<YamlNode.Scalar> globs, String word) {
        return globs.isEmpty() || globs.stream().anyMatch(g -> Glob.matches(g.text(), word));
    }
}
