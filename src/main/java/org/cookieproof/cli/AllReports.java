package org.cookieproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cookieproof.passport.PassportPage;
import org.cookieproof.passport.PassportTable;
import org.cookieproof.passport.Passports;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.AllureProgram;
import org.cookieproof.provision.SearchPath;
import org.cookieproof.report.Reports;
import org.cookieproof.report.allure.AllureSite;
import org.cookieproof.report.since.EarlierRuns;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.yaml.InvalidFilesException;

/** Makes every report of a run; Allure's own pages only where its command is. */
final class AllReports {

    private AllReports() {}

    /** @param err where it is told that there are no pages of Allure's, and why */
    static void write(RunDirectory directory, PrintWriter err) {
        AllureSite.remove(directory);
        passports(directory, err);
        Reports.writeAll(directory);
        allure(directory).ifPresent(why -> {
            err.println(Terminal.harmless(why));
            err.flush();
        });
    }

    /** Beside the report, so that it can be sent as a folder. */
    private static void passports(RunDirectory directory, PrintWriter err) {
        try {
            Project project = Project.here();
            List<Profile> profiles = new Planner(project, Catalog.load()).readProfiles();
            PassportTable table = Passports.of(project).table(profiles);
            if (!table.isEmpty()) {
                PassportPage.write(table, directory.root());
            }
        } catch (InvalidFilesException | IOException e) {
            err.println(Terminal.told("no page of passports: " + e.getMessage()));
            err.flush();
        }
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
