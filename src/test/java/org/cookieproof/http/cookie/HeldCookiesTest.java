package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldCookiesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final HeldCookies held = new HeldCookies();

    private static Cookie cookie(String name, String path, @Nullable Instant expiry) {
        return new Cookie(name, "v", "first.test", true, path, expiry, false, false, SameSite.LAX, NOON);
    }

    @Test
    void keepsThePlaceOfACookieThatIsReplaced() {
        held.put(cookie("a", "/", null));
        held.put(cookie("b", "/", null));
        Cookie again = cookie("a", "/", NOON);
        held.put(again);
        assertThat(held.all()).containsExactly(again, cookie("b", "/", null));
        assertThat(held.get(again.key())).contains(again);
    }

    @Test
    void findsAllOfOneName() {
        held.put(cookie("a", "/", null));
        held.put(cookie("b", "/", null));
        held.put(cookie("a", "/dir", null));
        assertThat(held.named("a")).containsExactly(cookie("a", "/", null), cookie("a", "/dir", null));
        assertThat(held.remove(cookie("a", "/", null).key())).isPresent();
        assertThat(held.remove(cookie("a", "/", null).key())).isEmpty();
        assertThat(held.named("a")).containsExactly(cookie("a", "/dir", null));
        assertThat(held.named("never")).isEmpty();
    }

    @Test
    void evictsWhatHasExpiredByThenAndNothingElse() {
        held.put(cookie("past", "/", NOON.minusSeconds(1)));
        held.put(cookie("now", "/", NOON));
        held.put(cookie("later", "/", NOON.plusSeconds(1)));
        held.put(cookie("session", "/", null));
        held.evictExpired(NOON);
        assertThat(held.all()).extracting(Cookie::name).containsExactly("later", "session");
        assertThat(held.named("now")).isEmpty();
    }

    @Test
    void goesByTheLastExpiryOfAKey() {
        held.put(cookie("longer", "/", NOON));
        held.put(cookie("longer", "/", NOON.plusSeconds(9)));
        held.put(cookie("session", "/", NOON));
        held.put(cookie("session", "/", null));
        held.put(cookie("gone", "/", NOON));
        held.removeIf(c -> c.name().equals("gone"));
        held.put(cookie("gone", "/", null));
        held.evictExpired(NOON);
        assertThat(held.all()).extracting(Cookie::name).containsExactly("longer", "session", "gone");
        held.evictExpired(NOON.plusSeconds(9));
        assertThat(held.all()).extracting(Cookie::name).containsExactly("session", "gone");
    }

    @Test
    void isTheSameAsAWalkThroughAll() {
        IntStream.range(0, 500)
                .forEach(i -> held.put(cookie("c" + i % 50, "/" + i % 70, NOON.plusSeconds(i * 37 % 100))));
        var walked = held.all().stream()
                .filter(c -> !c.isExpiredAt(NOON.plusSeconds(50)))
                .toList();
        held.evictExpired(NOON.plusSeconds(50));
        assertThat(held.all()).containsExactlyElementsOf(walked);
        assertThat(IntStream.range(0, 50).mapToObj(i -> held.named("c" + i)).flatMap(Collection::stream))
                .containsExactlyInAnyOrderElementsOf(walked);
    }
}
