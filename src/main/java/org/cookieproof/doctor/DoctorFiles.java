package org.cookieproof.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The doctor's own scenario and plans, as files in a directory of its own: the harness plays files. */
record DoctorFiles(Path directory) {

    private static final String SCENARIO = """
            scenario: Somebody signs in, is known, and signs out
            source: [T50501]
            steps:
              - log-in: { as: alice, at: first }
              - visit: { at: first }
                expect: { signed-in-as: alice }
              - log-out: { at: first }
              - visit: { at: first }
                expect: { signed-in-as: nobody }
            """;

    /** The folder with the one scenario. */
    Path scenarios() {
        return write("scenarios/doctor.yaml", SCENARIO).resolveSibling("");
    }

    /** A plan of everything, under whichever of these variants has what a scenario requires. */
    Path plan(Collection<String> variants) {
        List<String> quoted = variants.stream().map(v -> "\"" + v + "\"").toList();
        return write("doctor.yaml", "plan: Doctor\ntarget: any\nvariants: [" + String.join(", ", quoted) + "]\n");
    }

    private Path write(String file, String text) {
        Path path = directory.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }
}
