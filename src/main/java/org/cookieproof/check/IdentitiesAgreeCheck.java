package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;

/**
 * Who asks the page, the API and the cookies must hear one name: otherwise an edit is saved under an address while the
 * page shows the user (T124451). Answers that could not be had are no answer; readings with none are the caller's. Of
 * three witnesses the finding says which stands alone.
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
        Finding finding = new Finding(
                id(),
                source(),
                Severity.ERROR,
                reading.role() + " over " + reading.scheme() + ": who is signed in",
                "one answer to who is signed in, whoever is asked",
                "after step " + reading.step() + " the page says " + reading.page() + ", the API " + reading.api()
                        + ", the same cookies sent alone " + reading.cookies() + ": " + disagreement(reading),
                reading.exchange(),
                Optional.empty());
        findings.keep(
                finding,
                evidence.sites().host(reading.role()).orElse(reading.role().toString()),
                page.map(e -> e.url().target()).orElse("/"),
                "");
    }

    /** {@code the page disagrees with the API and the cookies}, {@code the API disagrees with the cookies}. */
    private static String disagreement(IdentityReading reading) {
        Map<String, Identity> said = new LinkedHashMap<>();
        said.put("the page", reading.page());
        said.put("the API", reading.api());
        said.put("the cookies", reading.cookies());
        said.values().removeIf(identity -> !identity.isKnown());
        Map<Identity, List<String>> camps = said.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        if (camps.size() > 2) {
            return "all three disagree";
        }
        return camps.values().stream()
                .sorted((one, other) -> Integer.compare(one.size(), other.size()))
                .map(camp -> String.join(" and ", camp))
                .collect(Collectors.joining(" disagrees with "));
    }
}
