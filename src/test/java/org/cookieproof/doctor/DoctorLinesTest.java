package org.cookieproof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.SetCookieLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of what was observed. */
class DoctorLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.700Z");

    private static EndpointProbe probe(int status, String... headers) {
        Url url = Url.of(Scheme.HTTP, "a.test", "/");
        Exchange asked = new Exchange(
                1,
                NOW,
                Duration.ZERO,
                Exchange.Sender.HARNESS,
                0,
                false,
                new Request("GET", url, Headers.NONE, Body.EMPTY),
                new Response(status, "", Headers.of(headers), Body.EMPTY),
                null);
        return new EndpointProbe(
                Role.FIRST, "a.test", Scheme.HTTP, true, Optional.empty(), Optional.empty(), Optional.of(asked));
    }

    private static Diagnosis clock(Instant date, String age) {
        return ClockLine.of(List.of(probe(
                200, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)), "Age", age)));
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "60, OK", "-60, OK", "62, WRONG", "-62, WRONG"})
    void aClockMayBeAMinuteWrong(int seconds, Diagnosis.Level level) {
        assertThat(clock(NOW.plusSeconds(seconds), "0").level()).isEqualTo(level);
    }

    @Test
    void whatACacheHasKeptTellsTheTimeOfItsOriginAndItsAge() {
        assertThat(clock(NOW.minusSeconds(3600), "3600").level()).isEqualTo(Diagnosis.Level.OK);
        assertThat(clock(NOW.minusSeconds(3600), "0").told())
                .startsWith("3600 s behind ours")
                .contains("cookies with Expires end that much too early");
    }

    @Test
    void anAnswerWithoutADateTellsNoTime() {
        assertThat(ClockLine.of(List.of(probe(200))).level()).isEqualTo(Diagnosis.Level.CANNOT);
        assertThat(ClockLine.of(List.of(probe(200, "Date", "yesterday"))).level())
                .isEqualTo(Diagnosis.Level.CANNOT);
    }

    @ParameterizedTest
    @CsvSource({
        "a.test, a.test, true",
        "A.test, a.test, true",
        "*.test, a.test, true",
        "*.test, b.a.test, false",
        "*.a.test, a.test, false",
        "a*.test, ab.test, false",
        "b.test, a.test, false"
    })
    void aCertificatesNameIsForOneHostOrOneLabel(String name, String host, boolean is) {
        assertThat(CertificateLines.isFor(name, host)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 30, OK, 'verifies, is for a.test, 30 days left'",
        "-9, -1, WRONG, has expired on",
        "1, 9, WRONG, begins only on",
        "-1, 0, WRONG, 'verifies, is for a.test, 0 days left'"
    })
    void aCertificateHoldsForAWhileYet(int from, int to, Diagnosis.Level level, String told) throws Exception {
        var certificate = new CertificateBuilder()
                .ecp256()
                .subject("CN=a.test")
                .addSanDnsName("a.test")
                .setIsCertificateAuthority(true)
                .notBefore(NOW.plus(Duration.ofDays(from)))
                .notAfter(NOW.plus(Duration.ofDays(to)).plusSeconds(3600))
                .buildSelfSigned()
                .getCertificate();
        EndpointProbe probe = new EndpointProbe(
                Role.FIRST,
                "a.test",
                Scheme.HTTPS,
                true,
                Optional.of(new Handshake("TLSv1.3", List.of(certificate), Optional.empty())),
                Optional.empty(),
                Optional.empty());
        assertThat(CertificateLines.of(List.of(probe), NOW)).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo(level);
            assertThat(line.told()).startsWith(told);
        });
    }

    @Test
    void aServerErrorIsNoHealth() {
        assertThat(EndpointLines.of(List.of(probe(503)), NOW))
                .anySatisfy(l -> assertThat(l.told()).isEqualTo("answers 503"))
                .filteredOn(l -> l.told().equals("answers 503"))
                .allSatisfy(l -> assertThat(l.level()).isEqualTo(Diagnosis.Level.WRONG));
    }

    @Test
    void attributesOfACookieAreToldWithoutWhatIsNewEachTime() {
        Normalised normalised = new Normalised(new Sites(Map.of(Role.FIRST, "en.a.test", Role.SIBLING, "de.a.test")));
        assertThat(normalised.attributes(line("s=secret; Domain=.a.test; Path=/; secure; HttpOnly; SameSite=Lax"), NOW))
                .isEqualTo("HttpOnly; SameSite=Lax; Secure; for the session; Path=/; Domain=that of first, sibling");
        assertThat(normalised.attributes(line("s=x; Max-Age=2592000"), NOW)).isEqualTo("for 30 days");
        assertThat(normalised.attributes(line("s=x; Max-Age=0"), NOW)).isEqualTo("deleted");
    }

    private static SetCookieLine line(String text) {
        return SetCookieLine.parse(text).orElseThrow();
    }

    @Test
    void aLocationIsToldByRole() {
        Normalised normalised = new Normalised(new Sites(Map.of(Role.FIRST, "en.a.test", Role.SIBLING, "de.a.test")));
        Url from = Url.of(Scheme.HTTP, "en.a.test", "/");
        assertThat(normalised.url(from, "/wiki/X?id=7")).isEqualTo("http://first/wiki/X?…");
        assertThat(normalised.url(from, "https://de.a.test/")).isEqualTo("https://sibling/");
        assertThat(normalised.url(from, "https://c.test/")).isEqualTo("https://c.test/");
    }

    @Test
    void ofASiteThatOnlyOneHasOnlyThatIsTold() {
        TargetSnapshot.Fact here = new TargetSnapshot.Fact(Optional.of(Role.FIRST), "TLS");
        TargetSnapshot.Fact elsewhere = new TargetSnapshot.Fact(Optional.of(Role.OTHER), "TLS");
        TargetSnapshot one = new TargetSnapshot(
                "one", Set.of(Role.FIRST, Role.OTHER), Map.of(here, "TLSv1.3", elsewhere, "TLSv1.3"));
        TargetSnapshot other = new TargetSnapshot("other", Set.of(Role.FIRST), Map.of(here, "TLSv1.2"));
        assertThat(Comparison.between(one, other))
                .extracting(d -> d.what() + ": " + d.one() + " / " + d.other())
                .containsExactly("site other: there / none", "TLS of first: TLSv1.3 / TLSv1.2");
        assertThat(Comparison.between(one, one)).isEmpty();
    }
}
