package org.cookieproof.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureProgramTest {

    @TempDir
    Path folder;

    @Test
    void theVariableComesBeforeThePath() throws Exception {
        Path onPath = program("allure");
        Path named = program("other");
        SearchPath path = new SearchPath(List.of(folder));
        assertThat(AllureProgram.find(Map.of(), path)).contains(onPath);
        assertThat(AllureProgram.find(Map.of(AllureProgram.VARIABLE, named.toString()), path))
                .contains(named);
    }

    @Test
    void aVariableThatNamesNothingIsSaid() {
        assertThatThrownBy(() -> AllureProgram.find(
                        Map.of(AllureProgram.VARIABLE, "/nowhere/allure"), new SearchPath(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("COOKIEPROOF_ALLURE=/nowhere/allure");
    }

    private Path program(String name) throws Exception {
        Path file = Files.createFile(folder.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
