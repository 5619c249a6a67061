package org.cookieproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.CookieLife.Event;
import org.cookieproof.evidence.CookieLife.Kind;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.report.Transcript;
import org.junit.jupiter.api.Test;

class CookieLifeTest {

    @Test
    void tellsALogoutThatMissesADomainCookie() {
        List<CookieLife> lives = lives(Transcript.logout());

        CookieLife local = life(lives, "enwikiSession", "en.wikipedia.test");
        assertThat(local.events())
                .filteredOn(e -> e.kind() != Kind.SENT)
                .extracting(Event::kind, Event::exchange, Event::value)
                .containsExactly(
                        tuple(Kind.SET, 1, 1),
                        tuple(Kind.REPLACED, 2, 2),
                        tuple(Kind.REPLACED, 4, 2),
                        tuple(Kind.DELETED, 8, 2),
                        tuple(Kind.REFUSED, 12, 0));
        assertThat(local.events().get(local.events().size() - 1).note()).contains("6265bis");

        CookieLife central = life(lives, "centralauth_Session", "wikipedia.test");
        assertThat(central.hostOnly()).isFalse();
        assertThat(central.events()).noneMatch(e -> e.kind() == Kind.DELETED);
        assertThat(central.events())
                .filteredOn(e -> e.kind() == Kind.SENT)
                .extracting(Event::exchange)
                .containsExactly(4, 5, 6, 7, 8, 10, 11);
        assertThat(central.events()).allMatch(e -> e.note().isEmpty());
    }

    @Test
    void oneNameInOneResponseCanDieAndBeBornInTwoScopes() {
        List<CookieLife> lives = lives(Transcript.logout());
        assertThat(life(lives, "forceHTTPS", "wikipedia.test").events())
                .filteredOn(e -> e.exchange() == 7 && e.kind() != Kind.SENT)
                .extracting(Event::kind)
                .containsExactly(Kind.DELETED, Kind.SET);
        assertThat(life(lives, "forceHTTPS", "de.wikipedia.test").events())
                .extracting(Event::kind)
                .containsExactly(Kind.SET, Kind.DELETED);
    }

    @Test
    void anExpiryIsToldAtTheNextExchange() {
        CookieLife life = lives(Transcript.parse("""
                        [1] HTTPS://a.test
                        > GET / HTTP/1.1
                        < HTTP/1.1 200 OK
                        < Set-Cookie: short=v; Max-Age=2
                        [2] HTTPS://a.test
                        > GET / HTTP/1.1
                        > Cookie: short=v
                        < HTTP/1.1 200 OK
                        [9] HTTPS://a.test
                        > GET / HTTP/1.1
                        > Cookie: short=v
                        < HTTP/1.1 200 OK
                        """)).get(0);
        assertThat(life.events())
                .extracting(Event::kind, Event::exchange)
                .containsExactly(tuple(Kind.SET, 1), tuple(Kind.SENT, 2), tuple(Kind.EXPIRED, 9), tuple(Kind.SENT, 9));
        assertThat(life.events().get(2).at()).isBefore(life.events().get(3).at());
        assertThat(life.events().get(3).note()).contains("not held");
    }

    @Test
    void aCookieThatNoResponseSetHasALifeToo() {
        CookieLife life = lives(Transcript.parse("""
                        [1] HTTPS://a.test
                        > GET / HTTP/1.1
                        > Cookie: js=1
                        < HTTP/1.1 200 OK
                        """)).get(0);
        assertThat(life.title()).isEqualTo("js at a.test");
        assertThat(life.events())
                .singleElement()
                .satisfies(e -> assertThat(e.note()).contains("not set by any response"));
    }

    @Test
    void anOldValueSentAfterANewOneIsTold() {
        CookieLife life = lives(Transcript.parse("""
                        [1] HTTPS://a.test
                        > GET / HTTP/1.1
                        < HTTP/1.1 200 OK
                        < Set-Cookie: s=one
                        < Set-Cookie: s=two
                        [2] HTTPS://a.test
                        > GET / HTTP/1.1
                        > Cookie: s=one
                        < HTTP/1.1 200 OK
                        """)).get(0);
        assertThat(life.events()).extracting(Event::value).containsExactly(1, 2, 1);
        assertThat(life.events().get(2).note()).contains("older");
    }

    @Test
    void theHarnesssOwnRequestsAreNoPartOfIt() {
        Exchange sent = Transcript.logout().exchanges().get(0);
        Exchange replayed = new Exchange(
                1,
                sent.startedAt(),
                sent.took(),
                Exchange.Sender.HARNESS,
                1,
                false,
                sent.request(),
                sent.response(),
                null);
        assertThat(lives(new Recording(List.of(replayed)))).isEmpty();
    }

    @Test
    void aUserAgentThatKeepsWhatExpiredIsShownToKeepIt() {
        Recording recording = Transcript.parse("""
                [1] HTTPS://a.test
                > GET / HTTP/1.1
                < HTTP/1.1 200 OK
                < Set-Cookie: s=one
                [2] HTTPS://a.test
                > GET / HTTP/1.1
                > Cookie: s=one
                < HTTP/1.1 200 OK
                < Set-Cookie: s=deleted; Max-Age=0
                [3] HTTPS://a.test
                > GET / HTTP/1.1
                > Cookie: s=deleted
                < HTTP/1.1 200 OK
                """);
        CookieLife life = CookieLife.of(recording, PublicSuffixes.SINGLE_LABELS, Set.of(CookieDeviation.KEEPS_EXPIRED))
                .get(0);
        assertThat(life.events())
                .extracting(Event::kind)
                .containsExactly(Kind.SET, Kind.SENT, Kind.REPLACED, Kind.SENT);
        assertThat(life.events().get(2).note()).contains("kept");
        assertThat(life.events().get(3).note()).isEmpty();
    }

    @Test
    void aRestartEndsSessionCookiesAlone() {
        Recording recording = Transcript.parse("""
                [1] HTTPS://a.test
                > GET / HTTP/1.1
                < HTTP/1.1 200 OK
                < Set-Cookie: session=one
                < Set-Cookie: lasting=two; Max-Age=3600
                """);
        int restart = recording.exchanges().get(0).step() + 1;
        List<CookieLife> lives = CookieLife.of(recording, PublicSuffixes.SINGLE_LABELS, Set.of(), Set.of(restart));
        assertThat(life(lives, "session", "a.test").events())
                .extracting(Event::kind)
                .containsExactly(Kind.SET, Kind.EXPIRED);
        assertThat(life(lives, "session", "a.test").events().get(1).note()).contains("restarted");
        assertThat(life(lives, "lasting", "a.test").events())
                .extracting(Event::kind)
                .containsExactly(Kind.SET);
    }

    @Test
    void whatAnotherSitesImageSetsIsNotTakenForTheUsersOwnVisit() {
        String image = """
                [1] HTTPS://a.test
                > GET / HTTP/1.1
                > Sec-Fetch-Site: cross-site
                > Sec-Fetch-Dest: image
                %s< HTTP/1.1 200 OK
                < Set-Cookie: lax=1
                """;
        // Cross-site for certain: the model refuses it. Without a Referer it may be a redirect back, and is kept.
        assertThat(lives(Transcript.parse(image.formatted("> Referer: https://b.test/\n")))
                        .get(0)
                        .events())
                .extracting(Event::kind)
                .containsExactly(Kind.REFUSED);
        assertThat(lives(Transcript.parse(image.formatted(""))).get(0).events())
                .extracting(Event::kind)
                .containsExactly(Kind.SET);
    }

    private static List<CookieLife> lives(Recording recording) {
        return CookieLife.of(recording, PublicSuffixes.SINGLE_LABELS, Set.of());
    }

    private static CookieLife life(List<CookieLife> lives, String name, String domain) {
        return lives.stream()
                .filter(l -> l.name().equals(name) && l.domain().equals(domain))
                .findFirst()
                .orElseThrow();
    }
}
