package org.cookieproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookieproof.evidence.CookieAccount.StepJar;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.junit.jupiter.api.Test;

class CookieAccountTest {

    private static final CellId CELL = new CellId(new ScenarioId("x"), new ProfileId("y"), Scheme.HTTPS);

    private static Evidence evidence(Jar jar, int... steps) {
        return new Evidence(
                CELL,
                new Sites(Map.of()),
                CookieDictionary.EMPTY,
                Set.of(),
                Set.of(),
                List.of(),
                PublicSuffixes.SINGLE_LABELS,
                Recording.NONE,
                java.util.Arrays.stream(steps)
                        .mapToObj(s -> new StepRecord(s, "step", "x.yaml:1", jar))
                        .toList(),
                List.of(),
                Set.of(),
                Circumstances.ORDINARY);
    }

    @Test
    void theJarsOfEveryUserAgentAreToldUnderItsName() {
        Jar.Held cookie = new Jar.Held("a", "1", "x.test", true, "/", null, null, null, null);
        Map<String, Evidence> byUserAgent = new LinkedHashMap<>();
        byUserAgent.put("", evidence(new Jar.Known(List.of(cookie), true), 1, 3));
        byUserAgent.put("phone", evidence(new Jar.Known(List.of(), true), 2));
        assertThat(CookieAccount.of(byUserAgent).jars())
                .extracting(StepJar::userAgent, StepJar::step, j -> j.cookies().size())
                .containsExactly(tuple("", 1, 1), tuple("", 3, 1), tuple("phone", 2, 0));
    }
}
