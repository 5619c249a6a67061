package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.ExpectedBackend;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Response;

/**
 * Where requests choose a backend, each answer is that backend's, redirects included, and none is a cache's: else the
 * cell has tested what runs for everybody, and would say that the new is well.
 */
@AutoService(Check.class)
public final class DebugBackendAnswersCheck implements Check {

    /** RFC 9211 §2.1; it has a way to say no, and its {@code fwd=stale} tells of what was asked anew. */
    private static final Pattern HIT_PARAMETER = Pattern.compile("(?i)(?<![a-z=-])hit(?![a-z-])(?!\\s*=\\s*\\?0)");

    /** In the words of Varnish, Squid ({@code TCP_MEM_HIT}), CloudFront ({@code RefreshHit}), nginx and other CDNs. */
    private static final Pattern HIT_WORD =
            Pattern.compile("(?i)(?<![a-z])((refresh)?hit|stale|updating|revalidated)(?![a-z])");

    /** By the field that tells it: how often it was a hit, or whose request the answer was made for (Varnish). */
    private static final Map<String, Pattern> TELL_HITS = Map.of(
            "Cache-Status", HIT_PARAMETER,
            "X-Cache", HIT_WORD,
            "X-Cache-Status", HIT_WORD,
            "CF-Cache-Status", HIT_WORD,
            "X-Cache-Hits", Pattern.compile("(?<![0-9])0*[1-9]"),
            "X-Varnish", Pattern.compile("[0-9] +[0-9]"),
            "Age", Pattern.compile("^\\s*0*[1-9][0-9]*\\s*$"));

    @Override
    public String id() {
        return "debug-backend-answers";
    }

    @Override
    public String source() {
        return "RFC9111-5.1";
    }

    @Override
    public String title() {
        return "Where requests choose a backend, that one answers, and no cache";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        for (ExpectedBackend backend : evidence.backends()) {
            evidence.recording().exchanges().stream()
                    .filter(e -> backend.hosts().contains(e.url().host()))
                    .forEach(e -> e.answer().ifPresent(r -> examine(e, r, backend, findings)));
        }
        return findings.list();
    }

    private static void examine(Exchange exchange, Response answer, ExpectedBackend backend, Findings findings) {
        boolean asked = backend.schemes().contains(exchange.url().scheme());
        if (!asked && answer.isRedirect()) {
            return; // it leads to where the backend is asked for, or is judged there
        }
        List<String> named = answer.headers().values(backend.header());
        if (named.stream().noneMatch(v -> backend.matches().matcher(v).find())) {
            findings.addAtSite(
                    Severity.ERROR,
                    Place.of(exchange).aspect("another backend").responseHeader(backend.header()),
                    "an answer with " + backend.header() + ": " + backend.matches() + ", as " + backend.asked()
                            + " asks for",
                    exchange.request().method() + " " + exchange.url().path() + " was answered "
                            + (named.isEmpty() ? "without " + backend.header() : "with another " + backend.header())
                            + (asked
                                    ? ""
                                    : "; " + backend.asked() + " is not sent over "
                                            + exchange.url().scheme()));
        }
        fromCache(answer)
                .ifPresent(field -> findings.addAtSite(
                        Severity.ERROR,
                        Place.of(exchange).aspect("from a cache").header(field),
                        "an answer of the backend that " + backend.asked() + " asks for",
                        exchange.request().method() + " " + exchange.url().path()
                                + " was answered from a cache, by its " + field.name()));
    }

    /** The field that shows it. An Age of 0 does not: Varnish sends that with what it has just fetched, too. */
    private static Optional<HeaderField> fromCache(Response answer) {
        return answer.headers().fields().stream()
                .filter(f -> TELL_HITS.entrySet().stream()
                        .anyMatch(t -> f.named(t.getKey())
                                && t.getValue().matcher(f.value()).find()))
                .findFirst();
    }
}
