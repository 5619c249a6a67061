package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cookieproof.evidence.ExpectedBackend;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields as Wikimedia's edge sends them (X-Cache, Age, Server), and as RFC 9211 and CDNs do. */
class DebugBackendAnswersCheckTest {

    private static final String ASKED = """
            GET https://en.wikipedia.test/wiki/Main_Page
            > X-Wikimedia-Debug: backend=mwdebug1001
            """;

    private static List<Finding> judged(String transcript) {
        return judged(transcript, Set.of(Scheme.values()));
    }

    private static List<Finding> judged(String transcript, Set<Scheme> schemes) {
        return new DebugBackendAnswersCheck()
                .examine(Transcript.of(transcript)
                        .evidence()
                        .with(List.of(new ExpectedBackend(
                                "X-Wikimedia-Debug",
                                Set.of("en.wikipedia.test"),
                                schemes,
                                "Server",
                                Pattern.compile("^mwdebug1001")))));
    }

    @Test
    void anAnswerOfTheBackendItselfIsFine() {
        assertThat(judged(ASKED + """
                < Server: mwdebug1001.eqiad.wmnet
                < Age: 0
                < X-Cache: cp3066 miss, cp3066 pass
                < Cache-Status: edge; hit=?0; fwd=uri-miss
                """)).isEmpty();
    }

    @Test
    void anAnswerOfAnotherBackendIsFoundOnceForASite() {
        List<Finding> findings = judged((ASKED + "< Server: mw2271.codfw.wmnet\n").repeat(2));
        assertThat(findings).extracting(Finding::subject).containsExactly("first: another backend");
        assertThat(findings.get(0).observed()).contains("with another Server").contains("and 1 more");
        assertThat(findings.get(0).header()).contains("Server: mw2271.codfw.wmnet");
    }

    @Test
    void anAnswerThatDoesNotTellWhoseItIsIsFound() {
        assertThat(judged(ASKED + "< Content-Type: text/html\n"))
                .extracting(Finding::observed)
                .containsExactly("GET /wiki/Main_Page was answered without Server");
    }

    @Test
    void aRedirectMustBeTheBackendsToo() {
        assertThat(judged(ASKED + "< 302 Found\n< Location: https://en.wikipedia.test/\n"))
                .extracting(Finding::subject)
                .containsExactly("first: another backend");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Age: 17",
                "X-Cache: cp3066 miss, cp3066 hit/4",
                "X-Cache-Status: hit-front",
                "X-Cache: TCP_HIT from a24-1-2-3.deploy",
                "X-Cache: TCP_MEM_HIT",
                "X-Cache: RefreshHit from cloudfront",
                "X-Cache-Hits: 0, 3",
                "X-Varnish: 32770 32768",
                "X-Cache-Status: STALE",
                "X-Cache-Status: UPDATING",
                "CF-Cache-Status: REVALIDATED",
                "CF-Cache-Status: HIT",
                "Cache-Status: edge; hit; ttl=376"
            })
    void anAnswerOfACacheIsFoundByWhatTheCacheSays(String field) {
        List<Finding> findings = judged(ASKED + "< Server: mwdebug1001\n< " + field + "\n");
        assertThat(findings).extracting(Finding::subject).containsExactly("first: from a cache");
        assertThat(findings.get(0).header()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Age: 0",
                "X-Cache: TCP_MISS",
                "X-Cache: cp3066 pass, cp3066 miss",
                "X-Cache-Hits: 0, 0",
                "X-Varnish: 32770",
                "X-Cache-Status: EXPIRED",
                "CF-Cache-Status: DYNAMIC",
                "Cache-Status: edge; fwd=stale; fwd-status=200",
                "Cache-Status: edge; hit=?0"
            })
    void whatWasFetchedForThisRequestIsNoHit(String field) {
        assertThat(judged(ASKED + "< Server: mwdebug1001\n< " + field + "\n")).isEmpty();
    }

    @Test
    void whereTheBackendIsNotAskedForAPageOfAnotherIsFoundAndARedirectIsNot() {
        String plain = "GET http://en.wikipedia.test/wiki/Main_Page\n";
        Set<Scheme> https = Set.of(Scheme.HTTPS);
        assertThat(judged(plain + "< Server: mw2271\n", https))
                .singleElement()
                .satisfies(f -> assertThat(f.observed()).endsWith("; X-Wikimedia-Debug is not sent over http"));
        assertThat(judged(plain + "< 301 Moved\n< Location: https://en.wikipedia.test/\n< Age: 9\n", https))
                .isEmpty();
    }

    @Test
    void ofHostsThatNobodyChoseABackendForNothingIsAsked() {
        assertThat(judged("GET https://de.wikipedia.test/\n< Age: 17\n")).isEmpty();
        assertThat(Transcript.of(ASKED + "< Age: 17\n").judgedBy(new DebugBackendAnswersCheck()))
                .isEmpty();
    }
}
