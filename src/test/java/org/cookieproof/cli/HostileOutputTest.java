package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cookieproof.report.HostileRun;
import org.cookieproof.report.Reports;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.Verdict;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.RunOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** What a hostile target sent, in everything that is printed. */
class HostileOutputTest {

    @TempDir
    private Path folder;

    private RunDirectory directory;
    private RunRecord run;

    @BeforeEach
    void makeIt() {
        directory = new RunDirectory(folder);
        HostileRun.write(directory);
        Reports.writeAll(directory);
        run = RunRecord.load(directory);
    }

    @Test
    void nothingSteersTheTerminal() {
        everything()
                .forEach((what, printed) -> assertThat(printed.codePoints()
                                .filter(c -> (c < 0x20 && c != '\n' && c != '\t')
                                        || (c >= 0x7f && c < 0xa0)
                                        || (c >= 0x202a && c <= 0x202e)
                                        || (c >= 0x2066 && c <= 0x2069)
                                        || c == 0x2028
                                        || (c >= 0xd800 && c < 0xe000))
                                .mapToObj(Integer::toHexString))
                        .as(what)
                        .isEmpty());
        assertThat(everything())
                .allSatisfy((what, printed) -> assertThat(printed).as(what).isNotBlank());
    }

    @Test
    void noLineIsACommandOfTheTargets() {
        assertThat(WorkflowCommand.in(HostileRun.EVIL)).hasSize(3);
        Map<String, String> everything = everything();
        everything.remove(OutputFormat.github.name());
        everything.forEach((what, printed) ->
                assertThat(WorkflowCommand.in(printed)).as(what).isEmpty());
    }

    @Test
    void anAnnotationHasOnlyThePropertiesThatWeGaveIt() {
        List<WorkflowCommand> commands = WorkflowCommand.in(formatted(OutputFormat.github));
        assertThat(commands)
                .hasSize(formatted(OutputFormat.github).lines().toList().size())
                .allSatisfy(c -> {
                    assertThat(c.older()).isFalse();
                    assertThat(c.name()).isIn("error", "warning", "notice");
                    assertThat(c.properties())
                            .extracting(p -> p.substring(0, p.indexOf('=')))
                            .isSubsetOf("file", "line", "endLine", "title")
                            .doesNotHaveDuplicates();
                    // Escaped as a whole: what the target had escaped itself comes out as it was.
                    assertThat(c.data()).contains("%0A");
                    assertThat(c.properties()).noneMatch(p -> p.matches("(?s).*%(?!25|0A|3A|2C).*"));
                });
        assertThat(commands).anyMatch(c -> c.data().contains("%250A::error::x"));
        assertThat(commands).anyMatch(c -> c.properties().toString().contains("%250A%3A%3Aerror%3A%3Ax"));
    }

    @Test
    void machinesReadBackWhatIsPrintedForThem() throws Exception {
        var junit = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(formatted(OutputFormat.junit))));
        assertThat(junit.getElementsByTagName("testcase").getLength())
                .isEqualTo(Verdict.values().length + 1); // and the signal that a plan gates on
        assertThat(junit.getElementsByTagName("failure").item(0).getTextContent())
                .contains("\n::warning::y")
                .contains("##[error]x");
        List<String> lines = formatted(OutputFormat.json).lines().toList();
        assertThat(lines).hasSize(Verdict.values().length);
        assertThat(new ObjectMapper().readTree(lines.get(0)).path("reason").asText())
                .isEqualTo(HostileRun.EVIL.replace("\ud800", "?")); // UTF-8 has no lone surrogates
    }

    private Map<String, String> everything() {
        Map<String, String> printed = new TreeMap<>();
        for (OutputFormat format : Set.of(OutputFormat.github, OutputFormat.junit, OutputFormat.json)) {
            printed.put(format.name(), formatted(format));
        }
        RunOutcome outcome = new RunOutcome(
                directory,
                run.results(),
                run.ledger(),
                KnownBites.read(directory.known()).orElseThrow(),
                SignalMoves.read(directory.signals()),
                ExitCode.FINDING);
        printed.put("matrix", printed(t -> new MatrixPrinter(t).print(outcome.results(), Set.of())));
        printed.put("findings", printed(t -> new FindingsPrinter(t).print(outcome)));
        printed.put("known issues", printed(t -> KnownPrinter.print(t.out(), outcome.bites())));
        printed.put("signals", printed(t -> SignalsPrinter.print(t, t.out(), outcome.signals())));
        printed.put("progress", printed(t -> outcome.results().forEach(r -> t.progress("[1/7]  " + r.reason()))));
        return printed;
    }

    private String formatted(OutputFormat format) {
        return printed(t -> FormatPrinter.print(t.out(), format, directory));
    }

    private static String printed(Consumer<Terminal> print) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        print.accept(new Terminal(out, out, false, false));
        out.flush();
        return text.toString();
    }
}
