package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** In the words of Varnish, nginx and CDNs, and of RFC 9211, which also has a way to say no. */
    private static final Pattern HIT = Pattern.compile("(?i)\\bhit\\b(?!\\s*=\\s*\\?0)");

    private static final List<String> TELL_HITS =
            List.of("X-Cache", "X-Cache-Status", "CF-Cache-Status", "Cache-Status");

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
        List<String> named = answer.headers().values(backend.header());
        if (named.stream().noneMatch(v -> backend.matches().matcher(v).find())) {
            findings.addAtSite(
                    Severity.ERROR,
                    Place.of(exchange).aspect("another backend").responseHeader(backend.header()),
                    "an answer with " + backend.header() + ": " + backend.matches() + ", as " + backend.asked()
                            + " asks for",
                    exchange.request().method() + " " + exchange.url().path() + " was answered "
                            + (named.isEmpty() ? "without " + backend.header() : "with another " + backend.header()));
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
        Stream<HeaderField> aged = answer.headers().fields().stream()
                .filter(f -> f.named("Age") && f.value().strip().matches("0*[1-9][0-9]*"));
        Stream<HeaderField> hits = answer.headers().fields().stream()
                .filter(f -> TELL_HITS.stream().anyMatch(f::named)
                        && HIT.matcher(f.value()).find());
        return Stream.concat(aged, hits).findFirst();
    }
}
