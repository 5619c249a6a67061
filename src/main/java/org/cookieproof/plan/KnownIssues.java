package org.cookieproof.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Glob;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/** Reads a file of known issues. */
public final class KnownIssues {

    private final Problems problems;
    private final List<String> text;

    private KnownIssues(Problems problems, List<String> text) {
        this.problems = problems;
        this.text = text;
    }

    /** Those that can be used; {@code problems} says what is wrong with the others. */
    public static List<KnownIssue> read(Path file, Problems problems) {
        return YamlFile.read(file, problems)
                .map(m -> new KnownIssues(problems, lines(file))
                        .issues(new Fields(m, "a file of known issues", problems)))
                .orElse(List.of());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private List<KnownIssue> issues(Fields fields) {
        fields.text("known"); // a title, for whoever opens the file
        List<YamlNode> nodes = fields.list("issues");
        fields.end();
        List<KnownIssue> issues = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int end = i + 1 < nodes.size() ? nodes.get(i + 1).at().line() - 1 : endOfList(nodes.get(i));
            Fields.mapping("a known issue", nodes.get(i), problems)
                    .flatMap(m -> issue(m, lines(m.at(), end)))
                    .ifPresent(issues::add);
        }
        return issues;
    }

    /** The last entry ends where a line begins at the margin: the key after the list, or nothing more. */
    private int endOfList(YamlNode last) {
        int line = last.at().line();
        while (line < text.size()
                && (text.get(line).isBlank() || " -#".indexOf(text.get(line).charAt(0)) >= 0)) {
            line++;
        }
        return line;
    }

    /** Without the blank lines and comments that stand between this entry and what follows. */
    private List<String> lines(Position from, int end) {
        int last = end;
        while (last > from.line() && text.get(last - 1).strip().matches("|#.*")) {
            last--;
        }
        return text.subList(from.line() - 1, last);
    }

    private Optional<KnownIssue> issue(YamlNode.Mapping mapping, List<String> lines) {
        Fields fields = new Fields(mapping, "a known issue", problems);
        List<YamlNode.Scalar> checks = globs(fields, "check");
        if (fields.list("check").isEmpty()) {
            problems.add(
                    fields.at("check"),
                    "a known issue needs 'check:', the name of the check whose finding is expected");
        }
        Optional<LocalDate> until = until(fields);
        KnownIssue issue = new KnownIssue(
                globs(fields, "scenario"),
                globs(fields, "profile"),
                fields.setOf("scheme", "scheme", Scheme::named, List.of("http", "https")),
                checks,
                java.util.Set.copyOf(fields.texts("fingerprint")),
                fields.text("owner"),
                fields.text("bug"),
                fields.text("reason"),
                until.orElse(LocalDate.MAX),
                mapping.at(),
                lines);
        fields.end();
        return checks.isEmpty() || until.isEmpty() ? Optional.empty() : Optional.of(issue);
    }

    private List<YamlNode.Scalar> globs(Fields fields, String key) {
        List<YamlNode.Scalar> globs = fields.scalars(key);
        List<YamlNode.Scalar> usable = new ArrayList<>();
        for (YamlNode.Scalar glob : globs) {
            try {
                Glob.matches(glob.text(), "any");
                usable.add(glob);
            } catch (PatternSyntaxException e) {
                problems.add(glob.at(), "'" + glob.text() + "' is not a pattern: " + e.getDescription());
            }
        }
        return usable;
    }

    private Optional<LocalDate> until(Fields fields) {
        List<YamlNode.Scalar> given = fields.scalars("until");
        if (given.size() != 1) {
            problems.add(
                    fields.at(), "a known issue needs 'until:', the last day on which it is expected, as 2027-01-31");
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(given.get(0).text()));
        } catch (DateTimeParseException e) {
            problems.add(
                    given.get(0).at(),
                    "'until' must be a day, as 2027-01-31, not '" + given.get(0).text() + "'");
            return Optional.empty();
        }
    }
}
