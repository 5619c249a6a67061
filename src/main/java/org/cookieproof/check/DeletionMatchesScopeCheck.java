package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Initiator;
import org.cookieproof.evidence.LineOutcome;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.CookieMatching;
import org.cookieproof.http.cookie.Deletion;
import org.cookieproof.http.cookie.Judgement;
import org.cookieproof.http.cookie.Outcome;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.http.cookie.SameSite;

/**
 * A deletion with another Path or Domain than the cookie makes a second, empty cookie and leaves the first: whoever
 * logged out is still in. What the user agent holds is told by the model without deviations, so the harness's replayed
 * jars are left out; only where a user agent is declared to treat no SameSite as None, such cookies are deleted as it
 * does, since it sends them where others would not. Two deletions of one name for two scopes are fine as long as the cookie that is held goes.
 */
@AutoService(Check.class)
public final class DeletionMatchesScopeCheck implements Check {

    @Override
    public String id() {
        return "deletion-matches-scope";
    }

    @Override
    public String source() {
        return "RFC6265bis-5.7";
    }

    @Override
    public String title() {
        return "A deletion has the scope of the cookie that it is meant to delete";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        examine(evidence, findings);
        return findings.list();
    }

    private static void examine(Evidence evidence, Findings findings) {
        ModelReplay replay = ModelReplay.strict(evidence);
        boolean unspecifiedIsNone = evidence.deviations().contains(CookieDeviation.UNSPECIFIED_IS_NONE);
        for (ModelReplay.Moment moment : replay.moments()) {
            Map<String, List<ReceivedLine>> lines = new LinkedHashMap<>();
            ReceivedLine.of(moment.exchange())
                    .forEach(line -> lines.computeIfAbsent(line.name(), n -> new ArrayList<>())
                            .add(line));
            lines.values().stream()
                    .filter(ofOneName -> ofOneName.stream().anyMatch(ReceivedLine::deletes))
                    .forEach(ofOneName -> new OneName(
                                    moment, ofOneName, replay, evidence.publicSuffixes(), unspecifiedIsNone)
                            .examine(findings));
        }
    }

    /** All lines of one response for one cookie name. */
    private record OneName(
            ModelReplay.Moment moment,
            List<ReceivedLine> lines,
            ModelReplay replay,
            PublicSuffixes suffixes,
            boolean unspecifiedIsNone) {

        void examine(Findings findings) {
            List<Cookie> meant = meant();
            List<ReceivedLine> deletions =
                    lines.stream().filter(ReceivedLine::deletes).toList();
            List<Cookie> left = meant.stream()
                    .filter(cookie ->
                            deletions.stream().noneMatch(d -> judge(d, cookie).deletes()))
                    .filter(cookie -> !isSetHere(cookie))
                    .toList();
            deletions.stream()
                    .filter(d ->
                            meant.stream().noneMatch(cookie -> judge(d, cookie).deletes()))
                    .forEach(d -> left.stream().limit(1).forEach(cookie -> tell(d, cookie, findings)));
        }

        /** What the user agent held of this name and sent here, or else holds for this host. */
        private List<Cookie> meant() {
            Exchange exchange = moment.exchange();
            Instant sentAt = exchange.startedAt();
            List<Cookie> named = replay.cookiesAt(sentAt).stream()
                    .filter(c -> c.name().equals(lines.get(0).name()))
                    .filter(c -> !replay.isOver(c, sentAt))
                    .filter(c -> CookieMatching.domainMatch(exchange.url().host(), c.domain()))
                    .filter(c ->
                            !c.hostOnly() || c.domain().equals(exchange.url().host()))
                    .toList();
            List<Cookie> sent = named.stream()
                    .filter(c -> replay.whyNotSent(c, context(), sentAt).isEmpty())
                    .toList();
            return sent.isEmpty() ? named : sent;
        }

        private boolean isSetHere(Cookie cookie) {
            return moment.outcomes().stream()
                    .map(LineOutcome::outcome)
                    .anyMatch(o -> o instanceof Outcome.Stored stored
                            && stored.cookie().key().equals(cookie.key()));
        }

        private CookieContext context() {
            Exchange exchange = moment.exchange();
            return Initiator.of(exchange.request(), suffixes).context(exchange.request());
        }

        private Judgement judge(ReceivedLine deletion, Cookie cookie) {
            String line = deletion.field().value();
            return unspecifiedIsNone && cookie.sameSite() == SameSite.UNSPECIFIED
                    ? Deletion.judgeWhereUnspecifiedIsNone(line, cookie, context(), moment.at(), suffixes)
                    : Deletion.judge(line, cookie, context(), moment.at(), suffixes);
        }

        private void tell(ReceivedLine deletion, Cookie cookie, Findings findings) {
            findings.error(
                    Place.of(deletion),
                    "a deletion of " + cookie.key()
                            + " with the same domain and path, over a scheme that may delete it",
                    deletion.name() + " stays: " + judge(deletion, cookie).why());
        }
    }
}
