package org.cookieproof.driver.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cookieproof.profile.Profile;
import org.cookieproof.profile.ProfileFile;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCommandTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsCompiledForOneHomeIsNotCompiledForTheNext() throws IOException {
        Profile profile = compiledByAScript();
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        ScriptCommand one = ScriptCommand.of(profile, first, first);
        ScriptCommand two = ScriptCommand.of(profile, second, first);
        assertThat(two.words()).isEqualTo(one.words());
        assertThat(two.home()).isEqualTo(second);
        assertThat(Path.of(one.binary())).isExecutable().hasContent("a program");
        assertThat(folder.resolve("calls")).hasContent("called\n");
    }

    /** The compiler is a shell script, which keeps count of its calls. */
    private Profile compiledByAScript() throws IOException {
        Files.writeString(folder.resolve("client.txt"), "a program");
        Path compiler = Files.writeString(
                folder.resolve("compiler.sh"),
                "echo called >> " + folder.resolve("calls") + "; cp \"$2\" \"$1\" && chmod +x \"$1\"\n");
        Path file = Files.writeString(
                folder.resolve("compiled.yaml"),
                "profile: C\nkind: http-client\ndriver: script\nsettings: { client: client.txt, compile: /bin/sh "
                        + compiler + " }\n");
        Problems problems = new Problems();
        Profile profile = ProfileFile.read(file, Map.of("script", new ScriptDriverProvider().settings()), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted()));
        problems.throwIfAny();
        return profile;
    }
}
