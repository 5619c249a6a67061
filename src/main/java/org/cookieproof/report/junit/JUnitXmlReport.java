package org.cookieproof.report.junit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunManifest.AboutProfile;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.Verdict;

/**
 * {@code junit.xml} as Jenkins and its like read it: a suite for each profile, a case for each cell. The format has
 * four outcomes for our seven verdicts: {@code flaky} counts as passed and says so in {@code system-out}; {@code known},
 * {@code not-applicable} and {@code not-run} are skipped with their reason; {@code broken} is an error. Signals that the plan
 * gates on have a suite of their own.
 */
public final class JUnitXmlReport {

    private static final SignalSuite NO_SIGNALS = new SignalSuite(List.of());

    private JUnitXmlReport() {}

    /** @throws UncheckedIOException when the file cannot be written */
    public static void write(RunRecord run, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                XMLStreamWriter xml =
                        XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
                suites(xml, run);
                xml.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        } catch (XMLStreamException e) {
            throw new UncheckedIOException("cannot write " + file, new IOException(e));
        }
    }

    private static void suites(XMLStreamWriter xml, RunRecord run) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("testsuites");
        attribute(xml, "name", run.manifest().run().run());
        SignalSuite signals =
                new SignalSuite(SignalMoves.read(run.directory().signals()).gated());
        counts(xml, run.results(), signals);
        Map<ProfileId, List<CellResult>> byProfile = run.results().stream()
                .collect(Collectors.groupingBy(r -> r.cell().profile(), TreeMap::new, Collectors.toList()));
        int id = 0;
        for (Map.Entry<ProfileId, List<CellResult>> suite : byProfile.entrySet()) {
            suite(xml, run, id++, suite.getKey(), suite.getValue());
        }
        signals.write(xml, id);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void suite(XMLStreamWriter xml, RunRecord run, int id, ProfileId profile, List<CellResult> results)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute(xml, "name", profile.value());
        attribute(xml, "id", String.valueOf(id));
        counts(xml, results, NO_SIGNALS);
        if (run.startedAt().isPresent()) {
            // xs:dateTime without a zone, as the schema wants it: UTC.
            attribute(
                    xml,
                    "timestamp",
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(run.startedAt()
                            .get()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .atOffset(ZoneOffset.UTC)));
        }
        xml.writeStartElement("properties");
        property(xml, "target", run.manifest().run().target());
        property(xml, "variant", run.manifest().run().variant());
        property(xml, "regression", run.manifest().run().regression().orElse("none"));
        xml.writeEndElement();
        for (CellResult result : results) {
            testCase(xml, run, result);
        }
        xml.writeEndElement();
    }

    private static void counts(XMLStreamWriter xml, List<CellResult> results, SignalSuite signals)
            throws XMLStreamException {
        attribute(xml, "tests", String.valueOf(results.size() + signals.gated().size()));
        attribute(xml, "failures", String.valueOf(count(results, Verdict.FAILED) + signals.failures()));
        attribute(xml, "errors", String.valueOf(count(results, Verdict.BROKEN) + signals.errors()));
        attribute(
                xml,
                "skipped",
                String.valueOf(count(results, Verdict.KNOWN)
                        + count(results, Verdict.NOT_APPLICABLE)
                        + count(results, Verdict.NOT_RUN)));
        attribute(
                xml,
                "time",
                seconds(results.stream().mapToLong(CellResult::durationMs).sum()));
    }

    private static long count(List<CellResult> results, Verdict verdict) {
        return results.stream().filter(r -> r.verdict() == verdict).count();
    }

    private static void testCase(XMLStreamWriter xml, RunRecord run, CellResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        boolean model = run.manifest()
                .about(result.cell().profile())
                .filter(AboutProfile::isModel)
                .isPresent();
        attribute(xml, "name", result.title() + " [" + result.cell() + "]" + (model ? " (a model)" : ""));
        attribute(
                xml,
                "classname",
                result.cell().profile() + "." + result.cell().scenario().value().replace('/', '.'));
        attribute(xml, "time", seconds(result.durationMs()));
        switch (result.verdict()) {
            case PASSED -> {}
            case FAILED -> failure(xml, result);
            case BROKEN -> {
                xml.writeStartElement("error");
                attribute(xml, "type", "broken");
                attribute(xml, "message", result.reason());
                xml.writeEndElement();
            }
            case FLAKY -> {
                xml.writeStartElement("system-out");
                text(xml, "flaky: " + result.reason() + "\n" + told(result));
                xml.writeEndElement();
            }
            case KNOWN, NOT_APPLICABLE, NOT_RUN -> {
                xml.writeStartElement("skipped");
                attribute(xml, "message", result.verdict() + ": " + result.reason());
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private static void failure(XMLStreamWriter xml, CellResult result) throws XMLStreamException {
        xml.writeStartElement("failure");
        attribute(
                xml,
                "type",
                result.findings().isEmpty()
                        ? "failed"
                        : result.findings().get(0).check());
        attribute(xml, "message", result.reason());
        text(xml, told(result));
        xml.writeEndElement();
    }

    private static String told(CellResult result) {
        return result.findings().stream().map(JUnitXmlReport::told).collect(Collectors.joining("\n\n"));
    }

    private static String told(Finding finding) {
        return finding.severity() + " " + finding.check() + " (" + finding.source() + "): " + finding.subject()
                + "\n  expected: " + finding.expected()
                + "\n  observed: " + finding.observed()
                + (finding.exchange().isPresent()
                        ? "\n  exchange: #" + finding.exchange().getAsInt()
                        : "")
                + finding.header().map(h -> "\n  header:   " + h).orElse("");
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static void text(XMLStreamWriter xml, String text) throws XMLStreamException {
        xml.writeCharacters(legal(text));
    }

    /** A hostile target can put anything into anything. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        // A line ends as a reader would take it to (XML 1.0 §2.11); on a terminal the bare CR hides what stands before
        // it.
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(c -> isLegal(c) && !isSteering(c) ? c : 0xfffd)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** What XML 1.0 allows, escaped or not. */
    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe) || c > 0xffff;
    }

    /** What XML allows and a terminal obeys: C1 controls, separators of lines, and what turns the direction. */
    private static boolean isSteering(int c) {
        return (c >= 0x7f && c < 0xa0)
                || c == 0x61c
                || c == 0x200e
                || c == 0x200f
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
