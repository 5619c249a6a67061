package org.cookieproof.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPathTest {

    @Test
    void theFirstExecutableFileIsFoundAndOthersOfTheNameAreNot(@TempDir Path temp) throws IOException {
        Path data = Files.createDirectories(temp.resolve("data"));
        Path directories =
                Files.createDirectories(temp.resolve("directories/tool")).getParent();
        Path programs = Files.createDirectories(temp.resolve("programs"));
        Files.createFile(data.resolve("tool"));
        Path tool = Files.createFile(programs.resolve("tool"));
        assertThat(tool.toFile().setExecutable(true)).isTrue();

        SearchPath path = new SearchPath(List.of(temp.resolve("absent"), data, directories, programs));

        assertThat(path.find("tool")).contains(tool);
        assertThat(path.find("another")).isEmpty();
    }

    @Test
    void theSystemsOwnDirectoriesAreSearchedWhateverPathSays() {
        assertThat(SearchPath.ofEnvironment().directories()).contains(Path.of("/usr/sbin"), Path.of("/bin"));
        assertThat(SearchPath.ofEnvironment().find("sh")).isPresent();
    }
}
