package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;

/**
 * Who asks the page, the API and the cookies must hear one name: otherwise an edit is saved under an address while the
 * page shows the user (T124451). Answers that could not be had are no answer; readings with none are the caller's.
 */
@AutoService(Check.class)
public final class IdentitiesAgreeCheck implements Check {

    @Override
    public String id() {
        return "identities-agree";
    }

    @Override
    public String source() {
        return "T124451";
    }

    @Override
    public String title() {
        return "Page, API and accepted cookies name the same user";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        evidence.identities().stream()
                .filter(reading -> !reading.known().isEmpty() && !reading.agree())
                .forEach(reading -> tell(reading, evidence, findings));
        return findings.list();
    }

    private void tell(IdentityReading reading, Evidence evidence, Findings findings) {
        Optional<Exchange> page = reading.exchange().stream()
                .boxed()
                .flatMap(n -> evidence.recording().number(n).stream())
                .findFirst();
        String host =
                evidence.sites().host(reading.role()).orElse(reading.role().toString());
        if (findings.isExcepted(host, page.map(e -> e.url().target()).orElse("/"), "")) {
            return;
        }
        findings.keep(new Finding(
                id(),
                source(),
                Severity.ERROR,
                reading.role() + " over " + reading.scheme() + ": who is signed in",
                "one answer to who is signed in, whoever is asked",
                "after step " + reading.step() + " the page says " + reading.page() + ", the API " + reading.api()
                        + ", the same cookies sent alone " + reading.cookies(),
                reading.exchange(),
                Optional.empty()));
    }
}
