package org.cookieproof.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/**
 * Reads {@code browsers/families/}: what differs from the standard in several profiles of one engine, explained once. Such
 * an explanation holds for the answers that it names and for no others.
 */
final class FamilyFile {

    private FamilyFile() {}

    /**
     * The differences of a family.
     *
     * @param profile  the file of the profile that names it
     * @param problems is told where there is no such family, too
     */
    static List<Profile.MeasuredDifference> differences(Path profile, YamlNode.Scalar name, Problems problems) {
        Path folder = profile.resolveSibling("families");
        List<String> known = YamlNames.in(folder);
        if (!known.contains(name.text())) {
            problems.add(
                    name.at(),
                    known.isEmpty()
                            ? "no family '" + name.text() + "': there is no file in " + folder
                            : Words.unknown("family", name.text(), known));
            return List.of();
        }
        return read(folder, name.text(), problems);
    }

    /** Reads all there are, so that a mistake in one that no profile names is told too. */
    static void readAll(Path folder, Problems problems) {
        YamlNames.in(folder).forEach(name -> read(folder, name, problems));
    }

    private static List<Profile.MeasuredDifference> read(Path folder, String name, Problems problems) {
        return YamlFile.read(YamlNames.file(folder, name), problems)
                .map(m -> read(name, new Fields(m, "a family", problems), problems))
                .orElse(List.of());
    }

    private static List<Profile.MeasuredDifference> read(String name, Fields fields, Problems problems) {
        fields.text("family");
        List<Profile.MeasuredDifference> differences = new ArrayList<>();
        for (YamlNode node : fields.list("differs")) {
            Differences.read(node, Optional.of(name), problems).ifPresent(difference -> {
                if (difference.answers().isEmpty()) {
                    problems.add(
                            node.at(),
                            "a family's difference needs 'answers:', so that it explains no other answer of any profile");
                }
                differences.add(difference);
            });
        }
        if (differences.isEmpty()) {
            problems.add(fields.at(), "a family needs 'differs:'");
        }
        fields.end();
        return differences;
    }
}
