package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.http.Exchange;
import org.cookieproof.report.har.HarArchive;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cell of an earlier run is played again as it was, on a real terminal where somebody is to look on. */
class ReproIT {

    private static final String CELL = "logout/without-images okhttp https";
    private static final Pattern EXPORT = Pattern.compile("([A-Z_]+)='?([^' ]+)'?");

    @TempDir
    private static Path home;

    private static ProjectCopy project = new ProjectCopy(Path.of(""));
    private static RunRecord earlier;

    @BeforeAll
    static void playAnInjectedRegression() throws IOException, InterruptedException {
        project = ProjectCopy.into(home);
        String options =
                "run --inject logout-central-session-survives --profile okhttp --scenario logout/without-images";
        Process run = new ProcessBuilder(project.command(options.split(" ")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(run.waitFor()).isEqualTo(1);
        earlier = RunRecord.load(
                new RunFolders(home.resolve("reports")).newestFirst().get(0));
    }

    /** {@code script} gives it a terminal, and exits as it does. */
    private static Process onATerminal(String... arguments) throws IOException {
        return new ProcessBuilder("script", "-qec", String.join(" ", project.command(arguments)), "/dev/null")
                .redirectErrorStream(true)
                .start();
    }

    private static void type(Process process, String keys) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(keys.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    private static RunDirectory repro() {
        CellResult cell = earlier.results().stream()
                .filter(r -> r.cell().scheme().wireName().equals("https"))
                .findFirst()
                .orElseThrow();
        return new RunDirectory(earlier.directory().repro(cell.cell()));
    }

    @Test
    void theScriptSendsTheSameRequestsToTheSameTargetAndGetsTheSameAnswers() throws IOException, InterruptedException {
        Process repro = onATerminal(("repro " + CELL + " --keep-open").split(" "));
        BufferedReader said = repro.inputReader(StandardCharsets.UTF_8);
        Map<String, String> exports = new HashMap<>();
        String line;
        while ((line = said.readLine()) != null && !line.strip().startsWith("bash ")) {
            Matcher export = EXPORT.matcher(line.contains(" export ") || line.startsWith("  export ") ? line : "");
            while (export.find()) {
                exports.put(export.group(1), export.group(2));
            }
        }
        assertThat(exports).containsKeys("COOKIEPROOF_PROXY", "COOKIEPROOF_PROXY_CACERT", "PASSWORD_ALICE");
        ProcessBuilder script =
                new ProcessBuilder("bash", repro().root().resolve("curl.sh").toString()).redirectErrorStream(true);
        script.environment().putAll(exports);
        script.environment()
                .put(
                        "COOKIEPROOF_WORK",
                        Files.createDirectory(home.resolve("work")).toString());
        Process curl = script.start();
        List<String> answers = curl.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(curl.waitFor()).as(String.join("\n", answers)).isZero();
        type(repro, "\n");
        said.lines().forEach(rest -> {});
        assertThat(repro.waitFor()).isEqualTo(1);

        CellResult again = RunRecord.load(repro()).results().get(0);
        List<String> recorded = HarArchive.read(
                        repro().attachment(again.attachments().get("har")))
                .byUserAgent()
                .filter(e -> e.sender() == Exchange.Sender.USER_AGENT)
                .map(e -> "#" + e.number() + " " + e.answer().orElseThrow().status())
                .toList();
        assertThat(answers.stream().filter(a -> a.startsWith("#")).map(a -> a.replaceFirst("^(#\\d+ \\d+).*", "$1")))
                .containsExactlyElementsOf(recorded);
        // It is signed in, and the central session survives as the regression has it.
        assertThat(Files.readString(home.resolve("work/19"))).containsPattern("\"wgUserName\":\"\\w+\"");
    }

    @Test
    void theSameAccountSignsInToTheSameFarmAndTheSameIsFound() throws IOException, InterruptedException {
        Process repro = new ProcessBuilder(project.command(("repro " + CELL).split(" ")))
                .redirectErrorStream(true)
                .start();
        String said = new String(repro.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(repro.waitFor()).as(said).isEqualTo(1);
        CellResult before = earlier.results().stream()
                .filter(r -> r.cell().scheme().wireName().equals("https"))
                .findFirst()
                .orElseThrow();
        CellResult again = RunRecord.load(repro()).results().get(0);
        assertThat(again.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(again.accounts()).isEqualTo(before.accounts());
        assertThat(again.findings().get(0).observed())
                .isEqualTo(before.findings().get(0).observed());
        assertThat(again.run().regression()).contains("logout-central-session-survives");
        assertThat(new RunFolders(home.resolve("reports")).newestFirst()).hasSize(1);
    }

    @Test
    void stepByStepItShowsExchangesAndJarAndEndsOnQ() throws IOException, InterruptedException {
        Process repro = onATerminal(("repro " + CELL + " --step").split(" "));
        type(repro, "\nq\n");
        String said = new String(repro.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(repro.waitFor()).as(said).isEqualTo(130);
        assertThat(said)
                .contains("Step 1 of 6: log-in as alice at first")
                .contains("#1 GET https://en.wikipedia.test/")
                .contains("Set-Cookie: enwikiSession=\u2039")
                .containsPattern("jar: *\r?\n +\\w+=")
                .contains("Step 2 of 6:")
                .doesNotContain("Step 3 of 6:");
    }

    @Test
    void withoutATerminalItRefusesToStep() throws IOException, InterruptedException {
        Process repro = new ProcessBuilder(project.command(("repro " + CELL + " --step").split(" ")))
                .redirectErrorStream(true)
                .start();
        repro.getOutputStream().close();
        String said = new String(repro.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(repro.waitFor()).isEqualTo(2);
        assertThat(said).contains("--step and --keep-open need a terminal");
    }
}
