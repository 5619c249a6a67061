package org.cookieproof.driver.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cookieproof.profile.Profile;
import org.cookieproof.profile.ProfileFile;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile says of its Chromium holds at a Grid, too. */
class ChromiumElsewhereTest {

    @TempDir
    private Path folder;

    @Test
    void imagesFeaturesAndThirdPartiesAreAsTheProfileSays() throws IOException {
        ChromiumElsewhere elsewhere = ChromiumElsewhere.of(
                profile("images: blocked, features-on: Sweet, third-party-cookies: blocked"),
                InetSocketAddress.createUnresolved("10.0.0.5", 81),
                "key");
        assertThat(elsewhere.flags())
                .contains(
                        "--blink-settings=imagesEnabled=false",
                        "--enable-features=Sweet",
                        "--proxy-server=http://10.0.0.5:81",
                        "--ignore-certificate-errors-spki-list=key");
        assertThat(elsewhere.preferences()).containsEntry("profile.block_third_party_cookies", true);
    }

    private Profile profile(String settings) throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.yaml"),
                "profile: X\nkind: browser\ndriver: selenium\nsettings: { " + settings + " }\n");
        return ProfileFile.read(file, new Problems()).orElseThrow();
    }
}
