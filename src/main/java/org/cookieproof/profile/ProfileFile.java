package org.cookieproof.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/** Reads one file of {@code browsers/}. */
public final class ProfileFile {

    private static final List<String> KINDS =
            Arrays.stream(Profile.Kind.values()).map(ProfileFile::wireName).toList();
    private static final List<String> CAPABILITIES =
            Arrays.stream(Capability.values()).map(Capability::wireName).toList();
    private static final List<String> DEVIATIONS = Arrays.stream(CookieDeviation.values())
            .map(CookieDeviation::wireName)
            .toList();

    private ProfileFile() {}

    /** The profile; empty when the file cannot be used, and then {@code problems} says why. */
    public static Optional<Profile> read(Path file, Problems problems) {
        return read(file, Map.of(), problems);
    }

    /**
     * The same.
     *
     * @param known the settings of each driver of which one must be named; empty for any driver, with any settings
     */
    public static Optional<Profile> read(Path file, Map<String, Set<String>> known, Problems problems) {
        return YamlFile.read(file, problems)
                .map(m -> profile(file, new Fields(m, "a profile", problems), known, problems));
    }

    /**
     * Reads the families of profiles, also those that no profile names.
     *
     * @param folder of the profiles
     */
    public static void readFamilies(Path folder, Problems problems) {
        FamilyFile.readAll(folder.resolve("families"), problems);
    }

    private static Profile profile(Path file, Fields fields, Map<String, Set<String>> known, Problems problems) {
        String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        Profile.Kind kind = fields.oneOf("kind", "kind", ProfileFile::kind, KINDS)
                .orElseGet(() -> {
                    if (fields.node("kind").isEmpty()) {
                        problems.add(fields.at(), "a profile needs 'kind:' (" + String.join(", ", KINDS) + ")");
                    }
                    return Profile.Kind.HTTP_CLIENT;
                });
        String driver = known.isEmpty() ? fields.text("driver") : fields.text("driver", "driver", known.keySet());
        Profile profile = new Profile(
                new ProfileId(name),
                fields.text("profile"),
                kind,
                driver,
                settings(fields, driver, known, problems),
                fields.setOf("can", "capability", Capability::named, CAPABILITIES),
                deviations(fields, problems),
                differs(file, fields, problems),
                HeldAgainstFields.read(file, fields, kind, problems),
                new HashSet<>(fields.texts("needs")),
                new HashSet<>(fields.texts("tags")),
                parser(fields, problems),
                file);
        fields.end();
        return profile;
    }

    /** What no driver reads would be believed and not be played. */
    private static Map<String, String> settings(
            Fields fields, String driver, Map<String, Set<String>> known, Problems problems) {
        if (known.containsKey(driver)) {
            fields.mapping("settings")
                    .ifPresent(m -> m.entries().stream()
                            .map(YamlNode.Entry::key)
                            .filter(key -> !known.get(driver).contains(key.text()))
                            .forEach(key -> problems.add(
                                    key.at(),
                                    Words.unknown("setting", key.text(), known.get(driver)) + " (of the driver '"
                                            + driver + "')")));
        }
        return fields.textMap("settings");
    }

    private static List<Profile.DeclaredDeviation> deviations(Fields fields, Problems problems) {
        List<Profile.DeclaredDeviation> deviations = new ArrayList<>();
        fields.list("deviations")
                .forEach(node -> Fields.mapping("a deviation", node, problems).ifPresent(m -> {
                    Fields deviation = new Fields(m, "a deviation", problems);
                    String word = deviation.text("is");
                    String source = deviation.text("source");
                    CookieDeviation.named(word)
                            .ifPresentOrElse(
                                    d -> deviations.add(new Profile.DeclaredDeviation(d, source)),
                                    () -> problems.add(
                                            deviation.at("is"), Words.unknown("deviation", word, DEVIATIONS)));
                    deviation.end();
                }));
        return deviations;
    }

    private static List<Profile.MeasuredDifference> differs(Path file, Fields fields, Problems problems) {
        List<Profile.MeasuredDifference> differs = new ArrayList<>();
        fields.list("differs")
                .forEach(node ->
                        Differences.read(node, Optional.empty(), problems).ifPresent(differs::add));
        fields.scalars("families").forEach(family -> differs.addAll(FamilyFile.differences(file, family, problems)));
        return differs;
    }

    private static Optional<CookieParser> parser(Fields fields, Problems problems) {
        return fields.fields("parses-cookies", "a parser of cookies").flatMap(parser -> {
            String name = parser.text("by");
            List<CookieParser> said = Arrays.stream(CookieParser.Origin.values())
                    .flatMap(o -> parser.optionalText(o.wireName()).map(of -> new CookieParser(name, o, of)).stream())
                    .toList();
            if (said.size() != 1) {
                problems.add(
                        parser.at(),
                        "'parses-cookies:' needs one of " + String.join(", ", CookieParser.Origin.wireNames())
                                + ": what it comes in");
            }
            parser.end();
            return said.stream().findFirst();
        });
    }

    private static Optional<Profile.Kind> kind(String wireName) {
        return Arrays.stream(Profile.Kind.values())
                .filter(k -> wireName(k).equals(wireName))
                .findFirst();
    }

    private static String wireName(Profile.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
