package org.cookieproof.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.cookieproof.provision.AllureProgram;
import org.cookieproof.provision.SearchPath;
import org.cookieproof.report.Reports;
import org.cookieproof.report.allure.AllureSite;
import org.cookieproof.report.since.EarlierRuns;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;

/** Makes every report of a run; Allure's own pages only where its command is. */
final class AllReports {

    private AllReports() {}

    /** @param err where it is told that there are no pages of Allure's, and why */
    static void write(RunDirectory directory, PrintWriter err) {
        AllureSite.remove(directory);
        Reports.writeAll(directory);
        allure(directory).ifPresent(why -> {
            err.println(Terminal.harmless(why));
            err.flush();
        });
    }

    /** Why there are no pages of Allure's; empty where there are. */
    private static Optional<String> allure(RunDirectory directory) {
        try {
            Optional<Path> program = AllureProgram.find(System.getenv(), SearchPath.ofEnvironment());
            return program.isEmpty()
                    ? Optional.of(AllureProgram.HINT)
                    : new AllureSite(program.get()).write(directory, earlier(directory));
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<RunDirectory> earlier(RunDirectory directory) {
        return EarlierRuns.of(RunRecord.load(directory))
                .map(e -> new RunDirectory(directory.root().resolveSibling(e.run())));
    }
}
