package org.cookieproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.SignalMoves;

/** Prints a finished run for another program. */
final class FormatPrinter {

    private FormatPrinter() {}

    /** Prints nothing for {@code text}, which is for persons. */
    static void print(PrintWriter out, OutputFormat format, RunDirectory directory) {
        switch (format) {
            case text -> {}
            case github ->
                GitHubAnnotations.print(
                        out,
                        RunRecord.load(directory),
                        KnownBites.read(directory.known()).orElse(KnownBites.NONE),
                        SignalMoves.read(directory.signals()));
            case junit -> out.print(Terminal.xml(text(directory)));
            case json ->
                RunRecord.load(directory).results().forEach(r -> out.print(Terminal.json(ResultsFile.line(r)) + "\n"));
        }
        out.flush();
    }

    private static String text(RunDirectory directory) {
        try {
            return Files.readString(directory.junit());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory.junit(), e);
        }
    }
}
