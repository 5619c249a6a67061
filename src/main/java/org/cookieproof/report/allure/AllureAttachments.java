package org.cookieproof.report.allure;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunDirectory;

/** Copies a cell's attachments into the Allure results, which must be able to travel alone. */
final class AllureAttachments {

    private static final Map<String, String> TYPES =
            Map.of(".har", "application/json", ".json", "application/json", ".png", "image/png");

    private final RunDirectory directory;
    private final AllureResultsWriter writer;

    AllureAttachments(RunDirectory directory, AllureResultsWriter writer) {
        this.directory = directory;
        this.writer = writer;
    }

    /** Those that are there: a folder may have been copied without its recordings. */
    List<Attachment> of(String uuid, CellResult result) {
        List<Attachment> attachments = new ArrayList<>();
        new TreeMap<>(result.attachments()).forEach((kind, path) -> {
            Path file = directory.attachment(path);
            if (Files.isRegularFile(file)) {
                String ending = path.contains(".") ? path.substring(path.lastIndexOf('.')) : "";
                String source = uuid + "-" + kind.replaceAll("[^a-z0-9-]", "-") + "-attachment" + ending;
                copy(file, source);
                attachments.add(new Attachment()
                        .setName(kind)
                        .setSource(source)
                        .setType(TYPES.getOrDefault(ending, "application/octet-stream")));
            }
        });
        return attachments;
    }

    private void copy(Path file, String source) {
        try (InputStream in = Files.newInputStream(file)) {
            writer.write(source, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + file, e);
        }
    }
}
