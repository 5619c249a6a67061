package org.cookieproof.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cookieproof.report.SampleRun;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitXmlReportTest {

    @TempDir
    Path folder;

    @Test
    void countsAreTheLedgers() throws Exception {
        RunRecord run = sample();
        Element suites = write(run).getDocumentElement();
        Ledger ledger = run.ledger();
        assertThat(suites.getTagName()).isEqualTo("testsuites");
        assertThat(number(suites, "tests")).isEqualTo(ledger.planned());
        assertThat(number(suites, "failures")).isEqualTo(ledger.count(Verdict.FAILED));
        assertThat(number(suites, "errors")).isEqualTo(ledger.count(Verdict.BROKEN));
        assertThat(number(suites, "skipped"))
                .isEqualTo(ledger.count(Verdict.NOT_APPLICABLE)
                        + ledger.count(Verdict.NOT_RUN)
                        + ledger.count(Verdict.KNOWN));
        assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(ledger.planned());
        assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(ledger.count(Verdict.FAILED));
    }

    @Test
    void everySuiteIsAProfileAndAddsUp() throws Exception {
        for (Element suite : elements(write(sample()).getDocumentElement(), "testsuite")) {
            assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(number(suite, "tests"));
            assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-21T21:16:30");
            for (Element test : elements(suite, "testcase")) {
                assertThat(test.getAttribute("name")).contains(" × " + suite.getAttribute("name") + " × http");
                assertThat(test.getAttribute("classname")).startsWith(suite.getAttribute("name") + ".");
                assertThat(test.getAttribute("time")).matches("\\d+\\.\\d{3}");
            }
        }
    }

    @Test
    void everyCaseOfAModelSaysSo() throws Exception {
        List<Element> cases = elements(write(sample()).getDocumentElement(), "testcase");
        assertThat(cases).anyMatch(test -> test.getAttribute("classname").startsWith("ios-12."));
        assertThat(cases)
                .allSatisfy(test -> assertThat(test.getAttribute("name").endsWith(" (a model)"))
                        .isEqualTo(test.getAttribute("classname").matches("(ios-12|wikipedia-android-2015)\\..*")));
    }

    @Test
    void aFailureTellsItsFindingsAndASkipItsReason() throws Exception {
        Element root = write(sample()).getDocumentElement();
        Element failure = elements(root, "failure").get(0);
        assertThat(failure.getAttribute("type")).isEqualTo("deletion-matches-scope");
        assertThat(failure.getTextContent()).contains("expected: a deletion of").contains("exchange: #8");
        assertThat(elements(root, "skipped"))
                .extracting(e -> e.getAttribute("message"))
                .contains("not-applicable: the profile has no scripts", "not-run: the target has no preview flow");
        assertThat(elements(root, "error").get(0).getAttribute("message")).contains("no display");
        assertThat(elements(root, "system-out").get(0).getTextContent()).startsWith("flaky:");
    }

    @Test
    void elementsStandInTheOrderOfTheSchema() throws Exception {
        for (Element suite : elements(write(sample()).getDocumentElement(), "testsuite")) {
            assertThat(suite.getFirstChild().getNodeName()).isEqualTo("properties");
        }
    }

    @Test
    void whatXmlForbidsDoesNotBreakIt() throws Exception {
        RunRecord run = sample();
        var hostile = new CellResult(
                SampleRun.RUN,
                run.results().get(0).cell(),
                "]]><script>\u0000\u0008\ufffe\ud800 & \"quoted\"",
                "",
                Verdict.FAILED,
                "<!--\u001b[31m",
                1,
                List.of(),
                List.of(),
                Map.of());
        try (ResultsFile results = ResultsFile.open(run.directory().results())) {
            results.append(hostile);
        }
        Element root = write(RunRecord.load(run.directory())).getDocumentElement();
        assertThat(elements(root, "testcase"))
                .extracting(e -> e.getAttribute("name"))
                .anyMatch(n -> n.startsWith("]]><script>\ufffd\ufffd\ufffd"));
    }

    private RunRecord sample() {
        SampleRun.write(folder);
        return RunRecord.load(new RunDirectory(folder));
    }

    private Document write(RunRecord run) throws Exception {
        Path file = folder.resolve("junit.xml");
        JUnitXmlReport.write(run, file);
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static List<Element> elements(Element in, String tag) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = in.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
