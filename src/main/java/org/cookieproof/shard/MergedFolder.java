package org.cookieproof.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookieproof.evidence.CellId;
import org.cookieproof.files.Directories;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;

/** Writes a merged run's folder: whole, or not at all. */
public final class MergedFolder {

    private final Merge merge;
    private final Merged merged;
    private final List<String> absent = new ArrayList<>();

    public MergedFolder(Merge merge) {
        this.merge = merge;
        this.merged = merge.merged();
    }

    public Merged merged() {
        return merged;
    }

    /**
     * Writes all but the reports.
     *
     * @param folder is not there yet
     * @return the attachments that the results name and that are not in the folders of the runs
     * @throws UncheckedIOException when it cannot be written; nothing is left of it then
     */
    public List<String> write(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        Path draft = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            Directories.delete(draft);
            Files.createDirectories(draft);
            fill(new RunDirectory(draft));
            Files.move(draft, whole);
            return absent;
        } catch (IOException e) {
            throw without(draft, new UncheckedIOException("cannot write " + folder, e));
        } catch (RuntimeException e) {
            throw without(draft, e);
        }
    }

    private void fill(RunDirectory draft) throws IOException {
        merged.manifest().write(draft.manifest());
        try (ResultsFile file = ResultsFile.open(draft.results())) {
            merged.results().forEach(file::append);
        }
        merged.ledger().write(draft.ledger());
        merged.file().write(draft.shard());
        if (!merged.bites().isEmpty()) {
            merged.bites().write(draft.known());
        }
        if (!merged.signals().isEmpty()) {
            merged.signals().write(draft.signals());
        }
        for (RunDirectory from : merge.directories()) {
            // What the doctor saw is the same for all, or that of the first part.
            if (Files.exists(from.mirror()) && !Files.exists(draft.mirror())) {
                Files.copy(from.mirror(), draft.mirror());
            }
        }
        copyAttachments(draft);
    }

    private void copyAttachments(RunDirectory draft) throws IOException {
        Map<CellId, RunDirectory> from = merge.directoryOfCells();
        for (CellResult result : merged.results()) {
            RunDirectory source = from.get(result.cell());
            if (source != null) {
                for (String attachment : attachments(result)) {
                    copy(source.attachment(attachment), draft, draft.attachment(attachment));
                }
            }
        }
    }

    /** Two attempts may name one file. */
    private void copy(Path file, RunDirectory draft, Path copy) throws IOException {
        boolean kept = copy.startsWith(draft.recordings()) || copy.startsWith(draft.screens());
        // Whatever a line says, it is no way to the files of the run itself, nor of the machine.
        if (kept && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } else {
            absent.add(file.toString());
        }
    }

    private static Set<String> attachments(CellResult result) {
        Set<String> all = new LinkedHashSet<>(result.attachments().values());
        result.attempts().forEach(a -> all.addAll(a.attachments().values()));
        return all;
    }

    private static RuntimeException without(Path draft, RuntimeException why) {
        try {
            Directories.delete(draft);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        return why;
    }
}
