package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.cookieproof.http.cookie.SetCookieLine.Attribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieLineTest {

    private static final Instant NOW = Instant.parse("2026-11-21T21:16:34Z");

    private static SetCookieLine line(String fieldValue) {
        return SetCookieLine.parse(fieldValue).orElseThrow();
    }

    @Test
    void readsALineOfMediaWiki() {
        SetCookieLine line =
                line("centralauth_User=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/;"
                        + " domain=.wikipedia.test; secure; HttpOnly; SameSite=None");
        assertThat(line.name()).isEqualTo("centralauth_User");
        assertThat(line.value()).isEqualTo("Alice");
        assertThat(line.expires()).contains(Instant.parse("2026-12-21T21:16:34Z"));
        assertThat(line.maxAge()).hasValue(2_592_000);
        assertThat(line.domain()).contains("wikipedia.test");
        assertThat(line.raw("Domain")).contains(".wikipedia.test");
        assertThat(line.path()).contains("/");
        assertThat(line.secure()).isTrue();
        assertThat(line.httpOnly()).isTrue();
        assertThat(line.partitioned()).isFalse();
        assertThat(line.sameSite()).isEqualTo(SameSite.NONE);
        assertThat(line.attributes())
                .extracting(Attribute::name)
                .containsExactly("expires", "Max-Age", "path", "domain", "secure", "HttpOnly", "SameSite");
        assertThat(line.deletesAt(NOW)).isFalse();
    }

    @Test
    void readsADeletionOfMediaWiki() {
        SetCookieLine line = line("enwikiSession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/;"
                + " secure; HttpOnly");
        assertThat(line.deletesAt(NOW)).isTrue();
        assertThat(line.expiryAt(NOW)).contains(Instant.EPOCH);
        assertThat(line.domain()).isEmpty();
        assertThat(line.sameSite()).isEqualTo(SameSite.UNSPECIFIED);
    }

    @ParameterizedTest(name = "[{0}] is [{1}] = [{2}]")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a=b|a|b",
                " a = b |a|b",
                "\ta\t=\tb\t; path=/|a|b",
                "a=b=c|a|b=c",
                "a=|a|''",
                "=b|''|b",
                "b|''|b",
                "a=\"b\"|a|\"b\"",
                "a=b,c=d|a|b,c=d",
                "a b=c d|a b|c d",
                "a=b;c=d|a|b",
            })
    void splitsNameFromValueBySection5_6(String fieldValue, String name, String value) {
        assertThat(line(fieldValue)).satisfies(l -> {
            assertThat(l.name()).isEqualTo(name);
            assertThat(l.value()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b\0", "a=\u0001b", "a=b; path=/\u001f", "a=b\nSet-Cookie: c=d", "a=b\r", "a\u007f=b"})
    void ignoresALineWithAControlCharacterBySection5_6Step1(String fieldValue) {
        assertThat(SetCookieLine.parse(fieldValue)).isEmpty();
    }

    @Test
    void letsATabThroughBySection5_6Step1() {
        assertThat(line("a=b\tc").value()).isEqualTo("b\tc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", ";", "=; Path=/", " = ; Max-Age=0", "; a=b"})
    void ignoresALineWithoutNameAndValueBySection5_7Step2(String fieldValue) {
        assertThat(SetCookieLine.parse(fieldValue)).isEmpty();
    }

    @ParameterizedTest(name = "name of {0}, value of {1}: {2}")
    @CsvSource({
        "1,    4095, true",
        "2048, 2048, true",
        "4096, 0,    true",
        "0,    4096, true",
        "1,    4096, false",
        "4097, 0,    false",
        "0,    4097, false"
    })
    void ignoresMoreThan4096OctetsOfNameAndValueBySection5_6Step5(int name, int value, boolean read) {
        String fieldValue = "n".repeat(name) + "=" + "v".repeat(value) + "; Path=/" + "p".repeat(1000);
        assertThat(SetCookieLine.parse(fieldValue).isPresent()).isEqualTo(read);
    }

    @Test
    void ignoresAnAttributeOfMoreThan1024OctetsAndKeepsTheOneBefore() {
        String longest = "/" + "p".repeat(1023);
        assertThat(line("a=b; Path=" + longest).path()).contains(longest);
        assertThat(line("a=b; Path=/x; Path=" + longest + "p").path()).contains("/x");
        assertThat(line("a=b; Path=" + longest + "p; Path=/x").path()).contains("/x");
        assertThat(line("a=b; Max-Age=" + "1".repeat(1024)).maxAge()).hasValue(Long.MAX_VALUE);
        assertThat(line("a=b; Max-Age=-" + "1".repeat(1024)).maxAge()).isEmpty();
    }

    @ParameterizedTest(name = "Max-Age={0}: {1}")
    @CsvSource({
        "0, 0",
        "10, 10",
        "-1, -1",
        "0010, 10",
        "99999999999999999999, 9223372036854775807",
        "-99999999999999999999, -9223372036854775807"
    })
    void readsMaxAgeBySection5_6_2(String text, long seconds) {
        assertThat(line("a=b; Max-Age=" + text).maxAge()).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+1", "1.5", "1s", "\"1\"", "1 0", "--1", "ten"})
    void ignoresAMaxAgeThatIsNoNumberBySection5_6_2(String text) {
        assertThat(line("a=b; Max-Age=" + text).maxAge()).isEmpty();
        assertThat(line("a=b; Max-Age=5; max-age=" + text).maxAge()).hasValue(5);
    }

    @Test
    void ignoresAnExpiresThatIsNoDateBySection5_6_1() {
        String good = "; Expires=Mon, 21 Dec 2026 21:16:34 GMT";
        assertThat(line("a=b; Expires=tomorrow").expiryAt(NOW)).isEmpty();
        assertThat(line("a=b" + good + "; Expires=0").expires()).contains(Instant.parse("2026-12-21T21:16:34Z"));
    }

    @Test
    void takesTheLastOfEachAttributeBySection5_7() {
        SetCookieLine line = line("a=b; Domain=x.test; domain=.Y.Test; Path=/x; path=/y; Max-Age=1; MAX-AGE=2;"
                + " SameSite=None; samesite=LAX");
        assertThat(line.domain()).contains("y.test");
        assertThat(line.path()).contains("/y");
        assertThat(line.maxAge()).hasValue(2);
        assertThat(line.sameSite()).isEqualTo(SameSite.LAX);
        assertThat(line.raw("DOMAIN")).contains(".Y.Test");
        assertThat(line.raw("Expires")).isEmpty();
    }

    @ParameterizedTest(name = "Domain={0} is [{1}]")
    @CsvSource({"x.test,   x.test", ".x.test,  x.test", "..x.test, .x.test", "X.TEST,   x.test", "x.test.,  x.test."})
    void readsDomainBySection5_6_3(String text, String domain) {
        assertThat(line("a=b; Domain=" + text).domain()).contains(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", " "})
    void takesAnEmptyDomainForNone(String text) {
        assertThat(line("a=b; Domain=x.test; Domain=" + text).domain()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\"/\"", "./", "%2F"})
    void takesAPathWithoutALeadingSlashForTheDefaultBySection5_6_4(String text) {
        assertThat(line("a=b; Path=/x; Path=" + text).path()).isEmpty();
    }

    @ParameterizedTest(name = "SameSite={0} is {1}")
    @CsvSource({"None, NONE", "none, NONE", "STRICT, STRICT", "Lax, LAX", "'', UNSPECIFIED", "Extended, UNSPECIFIED"})
    void readsSameSiteBySection5_6_7(String text, SameSite expected) {
        assertThat(line("a=b; SameSite=Strict; SameSite=" + text).sameSite()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b; Secure", "a=b;secure", "a=b; SECURE=", "a=b; Secure=false", "a=b;;; secure ;"})
    void takesSecureForPresentWhateverItsValueBySection5_6_5(String fieldValue) {
        assertThat(line(fieldValue).secure()).isTrue();
    }

    @Test
    void keepsUnknownAttributesInTheirOrder() {
        assertThat(line("a=b; Priority=High; Partitioned; x;; =y").attributes())
                .containsExactly(
                        new Attribute("Priority", "High"), new Attribute("Partitioned", ""), new Attribute("x", ""));
    }

    @Test
    void letsMaxAgeWinOverExpiresBySection5_7Step6() {
        String future = "; Expires=Mon, 21 Dec 2026 21:16:34 GMT";
        assertThat(line("a=b; Max-Age=0" + future).deletesAt(NOW)).isTrue();
        assertThat(line("a=b" + future + "; Max-Age=60").expiryAt(NOW)).contains(NOW.plusSeconds(60));
        assertThat(line("a=b; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:01 GMT")
                        .deletesAt(NOW))
                .isFalse();
    }

    @Test
    void capsALifeAt400DaysFromReceiptBySection5_5() {
        Instant limit = NOW.plus(Duration.ofDays(400));
        assertThat(line("a=b; Max-Age=34560000").expiryAt(NOW)).contains(limit);
        assertThat(line("a=b; Max-Age=34560001").expiryAt(NOW)).contains(limit);
        assertThat(line("a=b; Expires=Thu, 31 Dec 2099 23:59:59 GMT").expiryAt(NOW))
                .contains(limit);
        assertThat(line("a=b; Max-Age=34559999").expiryAt(NOW)).contains(limit.minusSeconds(1));
        assertThat(line("a=b; Expires=Thu, 31 Dec 2099 23:59:59 GMT").expires())
                .contains(Instant.parse("2099-12-31T23:59:59Z"));
    }

    @Test
    void hasExpiredAtTheInstantOfItsExpiry() {
        SetCookieLine line = line("a=b; Expires=Sat, 21 Nov 2026 21:16:34 GMT");
        assertThat(line.deletesAt(NOW)).isTrue();
        assertThat(line.deletesAt(NOW.minusMillis(1))).isFalse();
    }

    @Test
    void readsWhateverOctetsWithoutThrowing() {
        Random random = new Random(2);
        String alphabet = "ab=;,\" \t./-0Aé\u0000\u007f\u00ff";
        String[] words = {"Expires=", "Max-Age=", "Domain=", "Path=", "SameSite=", "Secure", "; "};
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                if (random.nextInt(4) == 0) {
                    text.append(words[random.nextInt(words.length)]);
                } else {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            SetCookieLine.parse(text.toString()).ifPresent(line -> {
                assertThat(line.name() + line.value()).isNotEmpty();
                assertThat(line.expiryAt(NOW)).isNotNull();
                assertThat(line.sameSite()).isNotNull();
            });
            assertThat(SetCookieSyntax.violations(text.toString())).isNotNull();
        }
    }
}
