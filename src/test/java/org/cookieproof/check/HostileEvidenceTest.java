package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Circumstances;
import org.cookieproof.evidence.CookieDictionary;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Jar;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.Severity;
import org.cookieproof.evidence.Sites;
import org.cookieproof.evidence.StepRecord;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.http.cookie.SameSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks never throw, whatever a target or a user agent sends. */
class HostileEvidenceTest {

    private static final List<String> NAMES = List.of(
            "Set-Cookie",
            "set-cookie",
            "Cookie",
            "Location",
            "Cache-Control",
            "Vary",
            "Expires",
            "Date",
            "Referer",
            "Sec-Fetch-Site",
            "Sec-Fetch-Dest",
            "Content-Location",
            "Content-Type",
            "Authorization",
            "Accept",
            "");

    private static final List<String> PIECES = List.of(
            "",
            "=",
            ";",
            ";;",
            "=;=",
            "a",
            "enwikiSession",
            "centralauth_Session=x",
            "deleted",
            "Expires=",
            "expires",
            "Max-Age=",
            "Max-Age=99999999999999999999",
            "Max-Age=-1",
            "Max-Age=0",
            "Domain=",
            "Domain=.",
            "Domain=..",
            "domain=.wikipedia.test",
            "Domain=127.0.0.1",
            "Domain=[::1]",
            "Path=",
            "Path=/",
            "Path=relative",
            "secure",
            "HttpOnly",
            "SameSite=None",
            "SameSite=\u0000",
            "\u0000",
            "\u0001",
            "\u007f",
            "\u00ff",
            "\t",
            "\"",
            "%",
            "%zz",
            "%C3%9C",
            "Thu, 01 Jan 1970 00:00:01 GMT",
            "Thu, 99 Foo 99999 99:99:99",
            "__Host-a=1",
            "__Secure-",
            "$Version=1",
            "public",
            "private",
            "s-maxage=",
            "max-age=abc",
            "no-cache=\"Set-Cookie",
            "*",
            ",",
            "Cookie",
            "none",
            "cross-site",
            "same-origin",
            "document",
            "https://",
            "https://en.wikipedia.test/wiki/A",
            "//",
            "/",
            "?",
            "#",
            "http://[",
            "mailto:x",
            "https://x:99999999999/",
            "javascript:alert(1)",
            "text/html",
            "../..",
            " ");

    private final Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void noCheckThrowsOnWordsThrownTogether(long seed) {
        random.setSeed(seed);
        for (int round = 0; round < 20; round++) {
            Evidence evidence = randomEvidence();
            assertThatCode(() -> Checks.examineAll(AllChecksTest.checks(), evidence))
                    .as("seed " + seed)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {144, 233})
    void whoOnlyWarnsDoesSoWhateverIsThrownAtIt(long seed) {
        random.setSeed(seed);
        List<Check> warners =
                AllChecksTest.checks().stream().filter(Check::onlyWarns).toList();
        for (int round = 0; round < 20; round++) {
            assertThat(Checks.examineAll(warners, randomEvidence()))
                    .extracting(Finding::severity)
                    .allMatch(severity -> severity == Severity.WARNING);
        }
    }

    @Test
    void noCheckThrowsOnNothing() {
        assertThat(Checks.examineAll(AllChecksTest.checks(), evidence(List.of())))
                .isEmpty();
    }

    @Test
    void tenThousandCookiesAreJudgedAndToldOnce() {
        List<HeaderField> fields = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            fields.add(new HeaderField("Set-Cookie", "enwikiSession" + i + "=" + "v".repeat(20) + i + "; path=/"));
        }
        String cookie = String.join(
                "; ", fields.stream().map(f -> f.value().split(";")[0]).toList());
        List<Exchange> exchanges = List.of(
                exchange(1, Headers.NONE, new Headers(fields)),
                exchange(2, Headers.of("Cookie", cookie), Headers.NONE));
        List<Finding> findings = Checks.examineAll(AllChecksTest.checks(), evidence(exchanges));
        assertThat(findings)
                .filteredOn(f -> f.check().equals("browser-limits"))
                .extracting(Finding::subject)
                .contains("first /: number of cookies for one domain", "first /: number of cookies for one site");
        // Cookies that differ in a number only are one subject: a report stays readable.
        assertThat(findings).hasSizeLessThan(50);
    }

    private Evidence randomEvidence() {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            boolean failed = random.nextInt(10) == 0;
            exchanges.add(new Exchange(
                    random.nextInt(5) == 0 ? 1 : i,
                    Instant.EPOCH.plusMillis(random.nextInt(1000)),
                    Duration.ofMillis(random.nextInt(1000)),
                    any(Exchange.Sender.values()),
                    random.nextInt(4),
                    random.nextBoolean(),
                    new Request(
                            List.of("GET", "POST", "PUT", "").get(random.nextInt(4)),
                            Url.of(
                                    any(Scheme.values()),
                                    List.of(
                                                    "en.wikipedia.test",
                                                    "login.wikimedia.test",
                                                    "127.0.0.1",
                                                    "x",
                                                    "evilwikipedia.test")
                                            .get(random.nextInt(5)),
                                    "/" + words()),
                            headers(),
                            Body.of(words())),
                    failed
                            ? null
                            : new Response(
                                    List.of(200, 302, 304, 500, 0, 999).get(random.nextInt(6)),
                                    words(),
                                    headers(),
                                    Body.of(words())),
                    failed ? "reset" : null));
        }
        return evidence(exchanges);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Headers headers() {
        List<HeaderField> fields = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            fields.add(new HeaderField(NAMES.get(random.nextInt(NAMES.size())), words()));
        }
        return new Headers(fields);
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            words.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? "; " : "=");
        }
        return words.toString();
    }

    private static Exchange exchange(int number, Headers request, Headers response) {
        return new Exchange(
                number,
                Instant.EPOCH.plusSeconds(number),
                Duration.ofMillis(1),
                Exchange.Sender.USER_AGENT,
                number,
                false,
                new Request("GET", Url.of(Scheme.HTTPS, "en.wikipedia.test", "/"), request, Body.EMPTY),
                new Response(200, "OK", response, Body.EMPTY),
                null);
    }

    private static Evidence evidence(List<Exchange> exchanges) {
        Evidence some = Transcript.of("").evidence();
        Identity odd = Identity.of("\u0000*(");
        return new Evidence(
                new CellId(new ScenarioId("s"), new ProfileId("p"), Scheme.HTTP),
                exchanges.size() % 2 == 0
                        ? some.sites()
                        : new Sites(some.sites().hosts()),
                exchanges.isEmpty() ? CookieDictionary.EMPTY : some.dictionary(),
                exchanges.size() % 3 == 0 ? Set.of(CookieDeviation.values()) : Set.of(),
                Set.of("scripts"),
                List.of(),
                PublicSuffixes.SINGLE_LABELS,
                new Recording(exchanges),
                exchanges.isEmpty()
                        ? List.of()
                        : List.of(new StepRecord(
                                1,
                                "",
                                "",
                                new Jar.Known(
                                        List.of(
                                                new Jar.Held("", "", "", null, "", null, null, null, null),
                                                new Jar.Held(
                                                        "enwikiSession",
                                                        "deleted",
                                                        "/",
                                                        true,
                                                        "x",
                                                        Instant.MAX,
                                                        true,
                                                        true,
                                                        SameSite.NONE)),
                                        true))),
                exchanges.isEmpty()
                        ? List.of()
                        : List.of(new IdentityReading(
                                1, Role.PARENT, Scheme.HTTP, odd, Identity.nobody(), odd, OptionalInt.of(99))),
                Set.of(),
                Circumstances.ORDINARY);
    }
}
