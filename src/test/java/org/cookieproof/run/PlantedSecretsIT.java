package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cookieproof.report.Reports;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in which everything secret is sent and shown in every spelling leaves none of it on the disk. */
@SuppressWarnings("StringConcatToTextBlock") // lines of a file that is made of them
class PlantedSecretsIT {

    @TempDir
    private Path directory;

    @Test
    void noSecretIsFoundInAnyOctetOfTheReports() throws IOException {
        RunOutcome outcome = HostileRuns.play(
                directory,
                240,
                List.of("okhttp", "curl", "chromium-headless-shell"),
                Map.of(
                        "planted",
                        "  - log-in: { as: alice, at: first }\n"
                                + "  - visit: { at: first, path: /api }\n"
                                + "  - visit: { at: first, path: /login }\n    expect: { response: { from: first, path: \"^/login\", status: 500 } }"));
        assertThat(outcome.results())
                .hasSize(3)
                .allSatisfy(r -> assertThat(r.verdict()).as(r.reason()).isEqualTo(Verdict.FAILED))
                .allSatisfy(r -> assertThat(r.attachments()).containsKey("har"));
        Reports.writeAll(outcome.directory());

        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory.resolve("reports"))) {
            files = walk.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".png"))
                    .toList();
        }
        List<Path> recordings = files.stream()
                .filter(f ->
                        f.toString().contains("/recordings/") && f.toString().endsWith(".har"))
                .toList();
        // The page that shows them is in there; what is missing of it was taken out.
        assertThat(recordings)
                .hasSize(3)
                .allSatisfy(f -> assertThat(Files.readString(f)).contains("X-Echo", "enwikiSession"));
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            look(file.getFileName().toString(), Files.readAllBytes(file), found);
        }
        assertThat(found).isEmpty();
    }

    private static void look(String name, byte[] octets, List<String> found) throws IOException {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        for (String secret : PlantedSecrets.ALL) {
            for (String trace : PlantedSecrets.traces(secret)) {
                if (text.contains(trace)) {
                    found.add(trace + " in " + name);
                }
            }
        }
        if (text.startsWith("PK\u0003\u0004")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(octets))) {
                ZipEntry entry;
                while ((entry = zip.getNextEntry()) != null) {
                    look(name + "!" + entry.getName(), zip.readAllBytes(), found);
                }
            }
        } else if (text.startsWith("\u001f\u008b")) {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(octets))) {
                look(name + "!", gzip.readAllBytes(), found);
            }
        }
    }
}
