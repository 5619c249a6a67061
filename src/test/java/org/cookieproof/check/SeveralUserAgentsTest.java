package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cookieproof.evidence.Circumstances;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Exchange;
import org.junit.jupiter.api.Test;

/** What one user agent has received says nothing of another; what the harness answers says nothing of the target. */
class SeveralUserAgentsTest {

    private static final String DELETED_FOR_ONE = """
            GET https://en.wikipedia.test/in
            < Set-Cookie: enwikiSession=0123456789abcdef; path=/; secure; HttpOnly
            GET https://en.wikipedia.test/out
            > Cookie: enwikiSession=0123456789abcdef
            < Set-Cookie: enwikiSession=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; path=/; secure; HttpOnly
            GET https://en.wikipedia.test/after
            > Cookie: enwikiSession=0123456789abcdef
            """;

    private static final String SECURE_OVER_HTTP = """
            GET http://en.wikipedia.test/
            < Set-Cookie: a=b; path=/; secure
            """;

    /** The evidence of a transcript, each exchange given to who is named. */
    private static Evidence whole(String transcript, boolean answeredByHarness, String... userAgents) {
        Evidence evidence = Transcript.of(transcript).evidence();
        List<Exchange> exchanges = evidence.recording().exchanges().stream()
                .map(e -> new Exchange(
                        e.number(),
                        e.startedAt(),
                        e.took(),
                        e.sender(),
                        e.step(),
                        e.late(),
                        e.request(),
                        e.response(),
                        e.failure(),
                        userAgents[e.number() - 1],
                        answeredByHarness))
                .toList();
        return with(evidence, new Recording(exchanges));
    }

    private static Evidence with(Evidence evidence, Recording recording) {
        return new Evidence(
                evidence.cell(),
                evidence.sites(),
                evidence.dictionary(),
                evidence.deviations(),
                evidence.capabilities(),
                evidence.exceptions(),
                evidence.publicSuffixes(),
                recording,
                evidence.steps(),
                evidence.identities(),
                Set.of(),
                Circumstances.ORDINARY);
    }

    private static List<Finding> judged(Check check, Evidence whole, String... userAgents) {
        Map<String, Evidence> parts = new LinkedHashMap<>();
        Stream.of(userAgents)
                .distinct()
                .forEach(name -> parts.put(name, with(whole, whole.recording().of(name))));
        return Checks.examineAll(List.of(check), whole, parts);
    }

    @Test
    void whatIsDeletedForOneMayStillBeSentByAnother() {
        Check check = new NoDeadCookieSentCheck();
        String[] one = {"", "", ""};
        assertThat(judged(check, whole(DELETED_FOR_ONE, false, one), one)).hasSize(1);
        String[] two = {"", "", "phone"};
        assertThat(judged(check, whole(DELETED_FOR_ONE, false, two), two)).isEmpty();
    }

    @Test
    void aFindingAboutAFurtherUserAgentNamesIt() {
        String[] names = {"phone", "phone", "phone", ""};
        String alsoFirst = DELETED_FOR_ONE + "GET https://en.wikipedia.test/\n";
        assertThat(judged(new NoDeadCookieSentCheck(), whole(alsoFirst, false, names), names))
                .singleElement()
                .satisfies(f -> assertThat(f.subject()).startsWith("phone: first cookie enwikiSession"));
    }

    @Test
    void aDefectOfTheTargetIsToldOnceWhoeverSeesIt() {
        String[] names = {"", "phone"};
        Evidence both = whole(SECURE_OVER_HTTP + SECURE_OVER_HTTP, false, names);
        assertThat(judged(new NoSecureOverHttpCheck(), both, names)).hasSize(1);
    }

    @Test
    void whatOnlyTheSecondSeesHasTheFingerprintThatItHasElsewhere() {
        String[] names = {"", "phone"};
        String anonymousFirst = "GET http://en.wikipedia.test/x\n" + SECURE_OVER_HTTP;
        List<Finding> bySecond = judged(new NoSecureOverHttpCheck(), whole(anonymousFirst, false, names), names);
        String[] one = {""};
        List<Finding> byFirst = judged(new NoSecureOverHttpCheck(), whole(SECURE_OVER_HTTP, false, one), one);
        assertThat(bySecond)
                .extracting(Finding::fingerprint)
                .containsExactly(byFirst.get(0).fingerprint());
        assertThat(bySecond.get(0).observed()).startsWith("phone: ");
    }

    @Test
    void whatTheHarnessAnsweredIsNoFaultOfTheTarget() {
        String[] one = {""};
        assertThat(judged(new NoSecureOverHttpCheck(), whole(SECURE_OVER_HTTP, false, one), one))
                .hasSize(1);
        assertThat(judged(new NoSecureOverHttpCheck(), whole(SECURE_OVER_HTTP, true, one), one))
                .isEmpty();
    }

    @Test
    void theUserAgentIsStillJudgedByWhatTheHarnessAnswered() {
        String[] one = {"", "", ""};
        assertThat(judged(new NoDeadCookieSentCheck(), whole(DELETED_FOR_ONE, true, one), one))
                .hasSize(1);
    }
}
