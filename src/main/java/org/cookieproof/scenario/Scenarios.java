package org.cookieproof.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;

/** Reads a folder of scenarios with all its subfolders. */
public final class Scenarios {

    private Scenarios() {}

    /** All scenarios, by id; a folder without any is a problem, since a run of it would prove nothing. */
    public static List<Scenario> read(Path folder, Problems problems) {
        if (!Files.isDirectory(folder)) {
            problems.add(new Position(folder.toString(), 1, 1), "no such folder; name one with --scenarios DIR");
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            all.stream()
                    .filter(f -> f.toString().endsWith(".yml"))
                    .forEach(f -> problems.add(new Position(f.toString(), 1, 1), "rename it: scenarios end in .yaml"));
            List<Path> yaml = all.stream()
                    .filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> !f.startsWith(folder.resolve(Fragments.FOLDER)))
                    .toList();
            Fragments fragments = Fragments.read(folder, problems);
            if (yaml.isEmpty()) {
                problems.add(
                        new Position(folder.toString(), 1, 1),
                        "no scenario in this folder; a scenario is a .yaml file, see scenarios/README.md");
            }
            return yaml.stream()
                    .flatMap(f -> ScenarioFile.read(id(folder, f), f, fragments, problems).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** The id of a file: its path below the folder, without the ending. */
    public static ScenarioId id(Path folder, Path file) {
        return new ScenarioId(
                folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.yaml$", ""));
    }
}
