package org.cookieproof.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;

/** One file of {@code browsers/passports/}. Octets beyond ASCII are escaped, so that any editor shows them alike. */
final class PassportFile {

    private PassportFile() {}

    /** The passport; empty when the file cannot be used, and then {@code problems} says why. */
    static Optional<Passport> read(Path file, Problems problems) {
        return YamlFile.read(file, problems)
                .flatMap(m -> passport(file, new Fields(m, "a passport", problems), problems));
    }

    private static Optional<Passport> passport(Path file, Fields fields, Problems problems) {
        String profile = fields.text("profile");
        String engine = fields.text("engine");
        String day = fields.text("measured");
        Map<String, String> answers = fields.textMap("answers");
        Map<String, String> notAsked = fields.textMap("not-asked");
        fields.end();
        if (!file.getFileName().toString().equals(profile + ".yaml")) {
            problems.add(fields.at("profile"), "the passport of '" + profile + "' must be called " + profile + ".yaml");
        }
        try {
            return Optional.of(new Passport(new ProfileId(profile), engine, LocalDate.parse(day), answers, notAsked));
        } catch (DateTimeParseException e) {
            problems.add(fields.at("measured"), "'measured' must be a date as 2026-11-22, not '" + day + "'");
        } catch (IllegalArgumentException e) {
            problems.add(fields.at("profile"), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    static void write(Passport passport, Path file) throws IOException {
        StringBuilder text = new StringBuilder(
                "# Measured by ./cookieproof passport " + passport.profile() + "; not to be edited by hand.\n");
        text.append("profile: ").append(passport.profile()).append('\n');
        text.append("engine: ").append(quoted(passport.engine())).append('\n');
        text.append("measured: \"").append(passport.measured()).append("\"\n");
        append(text, "answers", passport.answers());
        append(text, "not-asked", passport.notAsked());
        Files.createDirectories(file.getParent());
        Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void append(StringBuilder text, String key, Map<String, String> map) {
        if (!map.isEmpty()) {
            text.append(key).append(":\n");
            map.forEach((id, answer) -> text.append("  ")
                    .append(id)
                    .append(": ")
                    .append(quoted(answer))
                    .append('\n'));
        }
    }

    /** YAML 1.2 §7.3.1. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
