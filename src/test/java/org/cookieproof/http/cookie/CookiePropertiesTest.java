package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.http.cookie.JarFixture.DELETE;
import static org.cookieproof.http.cookie.JarFixture.direct;
import static org.cookieproof.http.cookie.JarFixture.jar;
import static org.cookieproof.http.cookie.JarFixture.thirdParty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any lines and any order; each seed makes its own, so that a failure can be repeated. */
class CookiePropertiesTest {

    private static final int ROUNDS = 150;

    private final SettableClock clock = new SettableClock();

    /** One cookie's line in two parts, so that its deletion can be made with the same scope. */
    private record Line(String name, String value, String scope, String rest) {

        String set() {
            return name + "=" + value + scope + rest;
        }

        String deletion() {
            return name + "=deleted" + DELETE + scope;
        }
    }

    private static String oneOf(Random random, String... options) {
        return options[random.nextInt(options.length)];
    }

    private static Line line(Random random) {
        String name = oneOf(random, "a", "A", "enwikiSession", "__Secure-s", "x.y");
        String scope = oneOf(random, "", "; domain=.wikipedia.test", "; Domain=en.wikipedia.test")
                + oneOf(random, "", "; path=/", "; Path=/w", "; path=/w/", "; path=nonsense")
                + oneOf(random, "; secure", "; Secure; HttpOnly", "")
                + oneOf(random, "", "; SameSite=None", "; SameSite=Lax", "; SameSite=Strict", "; SameSite=?")
                + oneOf(random, "", "", "; Partitioned");
        String rest = oneOf(random, "", "; Max-Age=60", "; Max-Age=3600", "; expires=Mon, 21 Dec 2026 21:16:34 GMT");
        return new Line(name, Integer.toString(random.nextInt(1000)), scope, rest);
    }

    private static CookieContext context(Random random) {
        return direct("https://" + oneOf(random, "en.wikipedia.test", "x.en.wikipedia.test")
                + oneOf(random, "/", "/w/index.php", "/w/x/y?z=/", "/wiki/A"));
    }

    private CookieJar filled(Random random, int lines) {
        CookieJar jar = jar(clock);
        for (int i = 0; i < lines; i++) {
            jar.receive(line(random).set(), context(random));
        }
        return jar;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aDeletionInTheSameScopeAlwaysDeletes(long seed) {
        Random random = new Random(seed);
        int proved = 0;
        for (int i = 0; i < ROUNDS; i++) {
            CookieJar jar = filled(random, 6);
            Line line = line(random);
            CookieContext context = context(random);
            if (!(jar.receive(line.set(), context) instanceof Outcome.Stored stored)) {
                continue; // __Secure-, None or Partitioned without Secure
            }
            proved++;
            int before = jar.cookies().size();
            assertThat(judge(line.deletion(), stored.cookie(), context).deletes())
                    .as("%s after %s", line.deletion(), line.set())
                    .isTrue();
            assertThat(jar.receive(line.deletion(), context)).isEqualTo(new Outcome.Deleted(stored.cookie()));
            assertThat(jar.cookies()).hasSize(before - 1).doesNotContain(stored.cookie());
        }
        assertThat(proved).isGreaterThan(ROUNDS / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theProverAndTheJarAgreeOnEveryCookieOfTheJar(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            CookieJar jar = filled(random, 8);
            String deletion = line(random).deletion();
            CookieContext context = random.nextInt(4) > 0
                    ? context(random)
                    : thirdParty(
                            "https://en.wikipedia.test/w/x", oneOf(random, "https://x.test", "https://wikipedia.test"));
            List<Cookie> before = jar.cookies();
            jar.receive(deletion, context);
            for (Cookie cookie : before) {
                assertThat(judge(deletion, cookie, context).deletes())
                        .as("%s of %s", deletion, cookie.key())
                        .isNotEqualTo(jar.cookies().contains(cookie));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfLinesForDifferentCookiesMakesNoDifference(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            CookieContext context = context(random);
            List<String> lines = new ArrayList<>();
            Set<Cookie.Key> keys = new HashSet<>();
            for (int n = 0; n < 10; n++) {
                Line line = line(random);
                if (jar(clock).receive(line.set(), context) instanceof Outcome.Stored stored
                        && keys.add(stored.cookie().key())) {
                    lines.add(random.nextInt(4) == 0 ? line.deletion() : line.set());
                }
            }
            List<String> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, random);
            assertThat(received(shuffled, context)).containsExactlyInAnyOrderElementsOf(received(lines, context));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aLineReceivedTwiceIsALineReceivedOnce(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            CookieJar jar = filled(random, 5);
            String line = line(random).set();
            CookieContext context = context(random);
            jar.receive(line, context);
            List<Cookie> once = jar.cookies();
            jar.receive(line, context);
            assertThat(jar.cookies()).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsSentIsHeldAliveInScopeAndReadBackInOrder(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            CookieJar jar = filled(random, 12);
            clock.advance(Duration.ofSeconds(random.nextInt(90)));
            CookieContext context = context(random);
            List<Cookie> sent = jar.toSend(context);
            assertThat(jar.cookies()).containsAll(sent);
            assertThat(sent).allSatisfy(cookie -> {
                assertThat(cookie.isExpiredAt(clock.instant())).isFalse();
                assertThat(CookieMatching.domainMatch(context.url().host(), cookie.domain()))
                        .isTrue();
                assertThat(CookieMatching.pathMatch(context.url().path(), cookie.path()))
                        .isTrue();
            });
            assertThat(sent).extracting(cookie -> -cookie.path().length()).isSorted();
            assertThat(CookieHeader.parse(jar.cookieHeader(context)))
                    .extracting(CookieHeader.Pair::name)
                    .isEqualTo(sent.stream().map(Cookie::name).toList());
            assertThat(jar.toSend(direct("http://en.wikipedia.test/w/"))).noneMatch(Cookie::secure);
        }
    }

    private List<Cookie> received(List<String> lines, CookieContext context) {
        CookieJar jar = jar(clock);
        lines.forEach(line -> jar.receive(line, context));
        return jar.cookies();
    }

    private Judgement judge(String deletion, Cookie cookie, CookieContext context) {
        return Deletion.judge(deletion, cookie, context, clock.instant(), PublicSuffixes.SINGLE_LABELS);
    }
}
