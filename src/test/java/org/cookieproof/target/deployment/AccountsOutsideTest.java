package org.cookieproof.target.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.cookieproof.target.Account;
import org.cookieproof.target.AccountSource;
import org.cookieproof.target.TargetUnavailableException;
import org.cookieproof.target.ValueSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

class AccountsOutsideTest {

    @TempDir
    private Path folder;

    private Path file(String permissions, String text) throws IOException {
        Path file = Files.createFile(
                folder.resolve("accounts"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    private static List<Account> read(Path file) {
        return AccountsOutside.read(List.of(new AccountSource.Listed(file)), Map.of());
    }

    @Test
    void aFileHasAnAccountOnEachLine() throws IOException {
        List<Account> accounts = read(file("rw-------", "# ours\nTester 1: p:w \n\nTester 2:#x\n"));
        assertThat(accounts)
                .extracting(a -> a.name() + "|" + a.password())
                .containsExactly("Tester 1| p:w ", "Tester 2|#x");
    }

    @Test
    void anAccountMayComeFromTheEnvironment() {
        List<AccountSource> sources = List.of(
                new AccountSource.Single(new ValueSource.Written("Tester 1"), new ValueSource.Environment("P1")),
                new AccountSource.Single(new ValueSource.Environment("N2"), new ValueSource.Environment("P2")));
        assertThat(AccountsOutside.read(sources, Map.of("P1", "a", "N2", "Tester 2", "P2", "b")))
                .extracting(a -> a.name() + "|" + a.password())
                .containsExactly("Tester 1|a", "Tester 2|b");
        assertThatThrownBy(() -> AccountsOutside.read(sources, Map.of("P1", "a", "N2", "Tester 2")))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageContaining("environment variable P2");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void aFileThatOthersReadOrWriteIsRefused(String permissions) throws IOException {
        Path file = file(permissions, "Tester:hunter2\n");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageContaining("is open to others than its owner; run: chmod 600 " + file.toRealPath());
    }

    @Test
    void aFileInARepositoryIsRefusedAlsoBehindALink() throws IOException {
        Path file = file("rw-------", "Tester:hunter2\n");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), file);
        Files.createFile(folder.resolve(".git")); // as in a worktree
        for (Path named : List.of(file, link)) {
            assertThatThrownBy(() -> read(named))
                    .isInstanceOf(TargetUnavailableException.class)
                    .hasMessageContaining("lies in the repository");
        }
    }

    @Test
    void aFileInAProjectOfOursIsRefusedThoughNobodyVersionsIt() throws IOException {
        Files.createDirectories(folder.resolve("ci/targets"));
        assertThatThrownBy(() -> read(file("rw-------", "Tester:hunter2\n")))
                .hasMessageContaining("lies in the repository");
    }

    @Test
    void aLineThatIsNoAccountIsToldByItsPlaceAlone() throws IOException {
        Path file = file("rw-------", "Tester:hunter2\nhunter3\n");
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining("accounts:2:1: an account is NAME:PASSWORD")
                .hasMessageNotContaining("hunter");
    }

    @Test
    void oneWhoIsNamedTwiceWouldEndHisOwnSessions() throws IOException {
        Path file = file("rw-------", "Tester:hunter2\nTester:hunter2\n");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("named twice").hasMessageNotContaining("hunter");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> read(folder.resolve("nowhere"))).hasMessageContaining("cannot be read");
    }
}
