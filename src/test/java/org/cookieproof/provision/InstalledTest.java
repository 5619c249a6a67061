package org.cookieproof.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledTest {

    private final Installed installed = Installed.of(List.of(
            "installed\tnginx\t1.22.1-9+deb12u11",
            "config-files\tapache2\t2.4.71-1~deb12u1",
            "unpacked\tphp8.2-fpm\t8.2.36-1~deb12u1",
            "not-installed\tmediawiki\t"));

    @Test
    void packagesThatAreHalfInstalledOrRemovedAreMissing() {
        assertThat(installed.missing(List.of("mediawiki", "nginx", "apache2", "php8.2-fpm", "unheard-of")))
                .containsExactly("mediawiki", "apache2", "php8.2-fpm", "unheard-of");
        assertThat(installed.version("nginx")).contains("1.22.1-9+deb12u11");
        assertThat(installed.version("apache2")).isEmpty();
    }

    @Test
    void theCommandKeepsTheOrderThatAptNeeds() {
        assertThat(Installed.installCommand(List.of("nginx", "mediawiki")))
                .isEqualTo("sudo apt-get install --no-install-recommends nginx mediawiki");
    }

    @Test
    void onlyPackageNamesGetIntoTheCommand() {
        assertThatThrownBy(() -> Installed.installCommand(List.of("nginx; reboot")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nginx; reboot");
        assertThatThrownBy(() -> Installed.installCommand(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thisMachineIsAskedOnceAndKnowsAnEssentialPackageIfItIsDebian() {
        boolean debian = SearchPath.ofEnvironment().find("dpkg-query").isPresent();
        assertThat(Installed.onThisMachine().has("dpkg")).isEqualTo(debian);
    }
}
