package org.cookieproof.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.driver.OkHttpPublicSuffixes;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.junit.jupiter.api.Test;

class BehavioursTest {

    /** Stand in what a session goes through, not in the answer to one question. */
    private static final Set<CookieDeviation> NOT_ASKED_FOR = EnumSet.of(CookieDeviation.REMOVES_BY_VALUE);

    private final ModelAnswer model = new ModelAnswer(new OkHttpPublicSuffixes(), Clock.systemUTC());

    private static Behaviour named(String id) {
        return Behaviours.ALL.stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id));
    }

    private String standard(String id) {
        return model.of(named(id), Set.of());
    }

    @Test
    void eachHasANameOfItsOwnAndAQuestion() {
        assertThat(Behaviours.ALL).hasSizeGreaterThan(60);
        assertThat(Behaviours.ALL)
                .extracting(Behaviour::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+/[a-z0-9-]+"));
        assertThat(Behaviours.ALL).allSatisfy(b -> {
            assertThat(b.asked()).isPresent();
            assertThat(b.title()).isNotBlank();
            assertThat(b.source()).isNotBlank();
        });
    }

    @Test
    void theModelAnswersAsTheStandardHasIt() {
        assertThat(standard("same-site/strict-by-link")).isEqualTo(Reading.NOTHING);
        assertThat(standard("same-site/lax-by-link")).isEqualTo("a=1");
        assertThat(standard("same-site/lax-by-form")).isEqualTo(Reading.NOTHING);
        assertThat(standard("same-site/unspecified-by-image")).isEqualTo(Reading.NOTHING);
        assertThat(standard("same-site/none-by-frame")).isEqualTo("a=1");
        assertThat(standard("same-site/schemeful")).isEqualTo(Reading.NOTHING);
        assertThat(standard("third-party/image-sets-lax")).isEqualTo(Reading.NOTHING);
        assertThat(standard("partitioned/same-top-level-site")).isEqualTo("a=1");
        assertThat(standard("partitioned/another-top-level-site")).isEqualTo(Reading.NOTHING);
        assertThat(standard("secure/overwritten-from-http")).isEqualTo("a=1");
        assertThat(standard("prefix/lower-case")).isEqualTo(Reading.NOTHING);
        assertThat(standard("domain/host-only-below")).isEqualTo(Reading.NOTHING);
        assertThat(standard("domain/public-suffix")).isEqualTo(Reading.NOTHING);
        assertThat(standard("path/two-of-one-name")).isEqualTo("a=2; a=1");
        assertThat(standard("expiry/max-age-over-expires")).isEqualTo("a=1");
        assertThat(standard("date/asctime")).isEqualTo("kept=1");
        assertThat(standard("date/iso-8601")).isEqualTo("gone=new; kept=1");
        assertThat(standard("delete/at-another-path")).isEqualTo("a=1");
        assertThat(standard("redirect/sets-a-cookie")).isEqualTo("a=1");
        assertThat(standard("limit/octets-4097")).isEqualTo("0 cookies");
        assertThat(standard("limit/count-181")).isEqualTo("181 cookies");
    }

    /** So that what a profile declares is verified by its passport. */
    @Test
    void everyDeviationChangesSomeAnswer() {
        Set<CookieDeviation> silent = EnumSet.allOf(CookieDeviation.class).stream()
                .filter(d -> !NOT_ASKED_FOR.contains(d))
                .filter(d -> !d.name().contains("MISREAD_DATES")) // say what becomes of dates that others misread
                .filter(d -> Behaviours.ALL.stream()
                        .filter(b -> b.verifies().isEmpty())
                        .allMatch(b -> model.of(b, Set.of(d)).equals(model.of(b, Set.of()))))
                .collect(Collectors.toSet());
        assertThat(silent).isEmpty();
    }

    /** Headed wants a display. */
    @Test
    void everyCapabilityButOneIsVerified() {
        List<Capability> verified =
                Behaviours.ALL.stream().flatMap(b -> b.verifies().stream()).toList();
        Set<Capability> all = EnumSet.allOf(Capability.class);
        all.remove(Capability.HEADED);
        assertThat(verified).containsExactlyInAnyOrderElementsOf(all);
    }
}
