package org.cookieproof.report;

import org.cookieproof.report.allure.AllureReport;
import org.cookieproof.report.html.HtmlReport;
import org.cookieproof.report.junit.JUnitXmlReport;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;

/** All reports of a run. */
public final class Reports {

    private Reports() {}

    /**
     * Makes {@code junit.xml}, {@code allure-results/} and {@code index.html} from the run's results and attachments, in
     * place of those that are there.
     *
     * @throws IllegalArgumentException when the folder holds no run
     * @throws java.io.UncheckedIOException when something cannot be read or written
     */
    public static void writeAll(RunDirectory directory) {
        RunRecord run = RunRecord.load(directory);
        JUnitXmlReport.write(run, directory.junit());
        AllureReport.write(run, directory.allureResults());
        HtmlReport.write(run, directory.index());
    }
}
