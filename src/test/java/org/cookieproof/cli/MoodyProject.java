package org.cookieproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunRecord;
import picocli.CommandLine;

/** A project of one scenario, one profile and a target whose every answer is said beforehand; in a folder of its own. */
final class MoodyProject {

    final Path home;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    MoodyProject(Path home) {
        this.home = home;
        write(
                "scenarios/one.yaml",
                "scenario: One visit\nsource: [T1]\nschemes: [http]\nsteps:\n  - visit: { at: first }\n");
        write("ci/local.yaml", "plan: Local\ntarget: moody\n");
        copy("browsers/okhttp.yaml");
        copy("ci/targets/flows/mediawiki.yaml");
        answers("200");
    }

    void answers(String inOrder) {
        write(
                "ci/targets/moody.yaml",
                "target: Moody\nprovider: moody\nflows: flows/mediawiki.yaml\nsites: { first: moody.test }\nsettings: { answers: \""
                        + inOrder + "\" }\n");
    }

    /** An entry that expects server errors in this scenario; it stands on the lines 3 to 8. */
    void known(String scenario, String until) {
        write(
                "ci/known/local.yaml",
                "known: Known\nissues:\n  - scenario: " + scenario
                        + "\n    check: no-server-error\n    owner: somebody\n    bug: T77\n    reason: it is down\n    until: "
                        + until + "\n");
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(home.resolve(file).getParent());
            Files.writeString(home.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(home.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(String file) {
        try {
            write(file, Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code. */
    int cookieproof(String... args) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setErr(new PrintWriter(err, true));
        commandLine.setOut(new PrintWriter(out, true));
        String before = System.getProperty("cookieproof.home", "");
        System.setProperty("cookieproof.home", home.toString());
        try {
            return commandLine.execute(args);
        } finally {
            System.setProperty("cookieproof.home", before);
        }
    }

    RunRecord last() {
        return RunRecord.load(
                new RunFolders(home.resolve("reports")).newestFirst().get(0));
    }

    CellResult only() {
        List<CellResult> results = last().results();
        if (results.size() != 1) {
            throw new IllegalStateException("not one result: " + results);
        }
        return results.get(0);
    }
}
