package org.cookieproof.driver.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.CertificateBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.cookieproof.driver.UserAgentBrokenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NssDatabaseIT {

    @TempDir
    private Path dir;

    @Test
    void isMadeOnceForAllThreads() throws Exception {
        Path pem = Files.writeString(
                dir.resolve("ca.pem"),
                new CertificateBuilder()
                        .subject("CN=some CA")
                        .ecp256()
                        .setIsCertificateAuthority(true)
                        .buildSelfSigned()
                        .getCertificatePEM());
        Path runHome = dir.resolve("home");
        List<FutureTask<Path>> threads = Stream.generate(
                        () -> new FutureTask<>(() -> NssDatabase.homeTrusting(pem, runHome)))
                .limit(6)
                .toList();
        threads.forEach(thread -> new Thread(thread).start());
        for (FutureTask<Path> thread : threads) {
            assertThat(listed(thread.get())).contains("cookieproof").contains("C,,");
        }
        try (Stream<Path> made = Files.list(runHome)) {
            assertThat(made).hasSize(1);
        }
    }

    @Test
    void saysWhyItCannotBeMade() {
        assertThatThrownBy(() -> NssDatabase.homeTrusting(dir.resolve("absent.pem"), dir.resolve("home")))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("absent.pem");
    }

    private static String listed(Path home) throws Exception {
        Process certutil = new ProcessBuilder("certutil", "-L", "-d", "sql:" + home.resolve(".pki/nssdb")).start();
        return new String(certutil.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
