package org.cookieproof.report.since;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunRecord;

/**
 * What a later run is compared with: which cells were played to an observation, and what each showed.
 *
 * @param findings by fingerprint
 * @param cells    each cell that was executed, as its id is shown, with the fingerprints of its findings
 */
public record EarlierRun(String run, Instant startedAt, Map<String, Brief> findings, Map<String, List<String>> cells) {

    /** A finding without what varies from cell to cell. */
    public record Brief(String check, String source, Severity severity, String subject) {
        public Brief {
            Objects.requireNonNull(check);
            Objects.requireNonNull(source);
            Objects.requireNonNull(severity);
            Objects.requireNonNull(subject);
        }

        static Brief of(Finding finding) {
            return new Brief(finding.check(), finding.source(), finding.severity(), finding.subject());
        }
    }

    public EarlierRun {
        Objects.requireNonNull(run);
        Objects.requireNonNull(startedAt);
        findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
        cells = Collections.unmodifiableMap(new TreeMap<>(cells));
    }

    static EarlierRun of(RunRecord record) {
        Map<String, Brief> findings = new LinkedHashMap<>();
        Map<String, List<String>> cells = new TreeMap<>();
        for (CellResult result : record.results()) {
            if (result.verdict().executed()) {
                TreeSet<String> shown = new TreeSet<>();
                for (Finding finding : result.findings()) {
                    shown.add(finding.fingerprint());
                    findings.putIfAbsent(finding.fingerprint(), Brief.of(finding));
                }
                cells.put(result.cell().toString(), List.copyOf(shown));
            }
        }
        return new EarlierRun(record.manifest().run().run(), record.manifest().startedAt(), findings, cells);
    }
}
