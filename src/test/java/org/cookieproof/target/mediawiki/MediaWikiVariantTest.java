package org.cookieproof.target.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.target.ContractTarget;
import org.junit.jupiter.api.Test;

class MediaWikiVariantTest {

    @Test
    void noSettingsIsMediaWikiAsItIsShipped() {
        assertThat(MediaWikiVariant.of(Map.of())).isEqualTo(MediaWikiVariant.AS_SHIPPED);
    }

    @Test
    void everyVariantOfTheTargetFileCanBeSetUp() {
        assertThat(ContractTarget.declared("mediawiki").definition().variants().values())
                .hasSize(8)
                .extracting(variant -> MediaWikiVariant.of(variant.settings()))
                .doesNotHaveDuplicates();
    }

    @Test
    void settingsAreWrittenInPhpsWords() {
        Map<String, String> php = MediaWikiVariant.of(
                        Map.of("same-site", "none", "force-https", "true", "sessions", "redis"))
                .php(Optional.of(new Redis(6379, "secret")));
        assertThat(php)
                .containsEntry("scheme", "https:")
                .containsEntry("forceHttps", "true")
                .containsEntry("secureLogin", "false")
                .containsEntry("sameSite", "'None'")
                .containsEntry("sessions", "'redis'")
                .containsEntry("redisPort", "6379")
                .containsEntry("redisPassword", "'secret'");
        assertThat(new Redis(6379, "secret")).asString().doesNotContain("secret");
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithWhatWouldBeRight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaWikiVariant.of(
                        Map.of("secure-login", "yes", "sessions", "memcached", "same_site", "none")))
                .withMessageContaining("unknown setting 'same_site' (known: secure-login, force-https,")
                .withMessageContaining("'secure-login:' is \"false\" or \"true\", not \"yes\"")
                .withMessageContaining("'sessions:' is \"as-shipped\" or \"database\" or \"redis\", not \"memcached\"");
    }

    @Test
    void twinsWithoutSameSiteNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaWikiVariant.of(Map.of("same-site-legacy-cookies", "true")))
                .withMessageContaining("for 'same-site: none' alone");
    }

    @Test
    void aRoleIsAWikiOfItsOwnAndTheCanaryNone() {
        MediaWikiFamily family = MediaWikiFamily.of(
                new Sites(Map.of(Role.PARENT, "c.test", Role.FIRST, "a.b.test", Role.FOREIGN, "d.test")));
        assertThat(family.wikis()).containsExactly(new Wiki("a.b.test", "enwiki"), new Wiki("c.test", "apexwiki"));
        assertThat(family.hosts()).isEqualTo(List.of("a.b.test", "c.test", "d.test"));
    }

    @Test
    void thereIsNoCentralLoginToBeHad() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MediaWikiFamily.of(new Sites(Map.of(Role.FIRST, "a.b.test", Role.CENTRAL, "login.b.test"))))
                .withMessageContaining("no CentralAuth");
    }

    @Test
    void aNameThatAServerWouldReadOtherwiseIsNoHost() {
        for (String host : List.of("a b.test", "a.test;", "A.test", "${x}.test", "test", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MediaWikiFamily.of(new Sites(Map.of(Role.FIRST, "a.b.test", Role.FOREIGN, host))))
                    .withMessageContaining("not a host name in lower case: " + host);
        }
    }
}
