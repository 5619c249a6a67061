package org.cookieproof.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cookieproof.profile.Profile;
import org.cookieproof.profile.ProfileFile;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who shares an engine with whom, and what is told of each. */
class EnginesTest {

    private static final Installed DEBIAN = Installed.of(
            List.of("installed\tlibcurl4\t7.88.1-10+deb12u15\t840", "installed\tcurl\t7.88.1-10+deb12u15\t500"));

    @TempDir
    private Path folder;

    private Profile profile(String id, String more) throws IOException {
        Path file = folder.resolve(id + ".yaml");
        Files.writeString(file, "profile: " + id + "\nkind: http-client\ndriver: some\n" + more + "\n");
        Problems problems = new Problems();
        Profile profile = ProfileFile.read(file, problems).orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return profile;
    }

    private Engines engines(Profile... profiles) {
        return Engines.of(List.of(profiles), DEBIAN, new Jars(List.of()), p -> Optional.empty());
    }

    @Test
    void twoClientsOfOneLibraryAreOneEngine() throws IOException {
        Engines engines = engines(
                profile("curl", "parses-cookies: { by: libcurl, debian: libcurl4 }\nneeds: [curl]"),
                profile("php-curl", "parses-cookies: { by: libcurl, debian: libcurl4 }\nneeds: [php8.2-curl]"));
        assertThat(engines.distinct()).isEqualTo(1);
        assertThat(engines.there()).isEqualTo(1);
        Engine libcurl = engines.all().get(0);
        assertThat(libcurl.profiles()).extracting(Profile::title).containsExactly("curl", "php-curl");
        assertThat(libcurl.version()).contains("7.88.1-10+deb12u15");
        assertThat(libcurl.megabytes()).contains(840 / 1024.0);
        assertThat(libcurl.origin()).isEqualTo("Debian libcurl4");
    }

    @Test
    void settingsMakeNoOtherEngineAndReleasesDo() throws IOException {
        Engines engines = engines(
                profile("a", "settings: { npm: \"chromium@1.0.0\" }"),
                profile("a-blocked", "settings: { npm: \"chromium@1.0.0\", third-party-cookies: blocked }"),
                profile("b", "settings: { npm: \"chromium@2.0.0\" }"));
        assertThat(engines.distinct()).isEqualTo(2);
        assertThat(engines.there()).isZero();
        assertThat(engines.all().get(0).version()).contains("1.0.0");
    }

    @Test
    void aModelIsNoEngineOfTheField() throws IOException {
        Path file = folder.resolve("ours.yaml");
        Files.writeString(file, "profile: ours\nkind: model\ndriver: model\n");
        Engines engines = engines(ProfileFile.read(file, new Problems()).orElseThrow());
        assertThat(engines.distinct()).isZero();
        assertThat(engines.all()).hasSize(1);
        assertThat(engines.all().get(0).origin()).isEqualTo("this repository (a model)");
    }

    @Test
    void aPackageOfItsNameTellsAndOneOfAnotherDoesNot() throws IOException {
        assertThat(profile("w3m", "needs: [w3m, bsdutils]").cookieParser())
                .hasValueSatisfying(p -> assertThat(p.of()).isEqualTo("w3m"));
        assertThat(engines(profile("mwclient", "needs: [python3-mwclient]")).untold())
                .hasSize(1);
    }

    @Test
    void anArtifactIsFoundAmongTheArchivesByItsName() throws IOException {
        Path jar = folder.resolve("okhttp-jvm-5.5.1.jar");
        Files.write(jar, new byte[512 * 1024]);
        Files.write(folder.resolve("okhttp-jvm-extra-9.jar"), new byte[1]);
        Jars jars = new Jars(List.of(folder.resolve("okhttp-jvm-extra-9.jar"), jar));
        assertThat(jars.of("okhttp-jvm")).contains(new Jars.Jar("5.5.1", 0.5));
        assertThat(jars.of("okhttp")).isEmpty();
    }

    @Test
    void whatIsNotInstalledIsToldWithTheCommandThatGetsIt() throws IOException {
        Engine lynx = engines(profile("lynx", "needs: [lynx]")).all().get(0);
        assertThat(lynx.isThere()).isFalse();
        assertThat(lynx.howToGet()).isEqualTo("sudo apt-get install --no-install-recommends lynx");
    }

    @Test
    void anEngineThatComesInNothingIsAMistakeWithItsLine() throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, "profile: bad\nkind: http-client\ndriver: some\nparses-cookies: { by: something }\n");
        Problems problems = new Problems();
        ProfileFile.read(file, problems);
        assertThat(problems.sorted().toString())
                .contains("bad.yaml:4:", "'parses-cookies:' needs one of debian, maven, java, npm, model");
    }
}
