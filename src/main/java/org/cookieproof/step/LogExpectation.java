package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Finding;
import org.cookieproof.target.Control;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code log: { shows: "signed out", lacks: "refused" }}: what the target has written to its log in this step. Only for
 * targets that show theirs.
 */
@AutoService(Expectation.class)
public final class LogExpectation implements Expectation {

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Bound bind(YamlNode argument, Binder binder) {
        Fields fields = binder.fields(name(), argument, "shows");
        Optional<Pattern> shows = fields.pattern("shows");
        Optional<Pattern> lacks = fields.pattern("lacks");
        if (fields.node("shows").isEmpty() && fields.node("lacks").isEmpty()) {
            binder.problems().add(argument.at(), "'log' needs 'shows:' or 'lacks:' with a regular expression");
        }
        fields.end();
        binder.usesControl(Control.LOG);
        return (stage, focus) -> examine(stage, shows, lacks);
    }

    private static List<Finding> examine(Stage stage, Optional<Pattern> shows, Optional<Pattern> lacks) {
        stage.settle();
        List<String> log = stage.control().log();
        List<String> written = log.subList(Math.min(stage.cast().logLinesBefore(), log.size()), log.size());
        List<Finding> findings = new ArrayList<>();
        shows.filter(p -> written.stream().noneMatch(line -> p.matcher(line).find()))
                .ifPresent(p -> findings.add(stage.finding(
                        "log",
                        "log shows " + p,
                        "a line of the target's log with " + p,
                        "none of the " + written.size() + " lines that this step wrote",
                        stage.newest())));
        lacks.ifPresent(p -> written.stream()
                .filter(line -> p.matcher(line).find())
                .findFirst()
                .ifPresent(line -> findings.add(stage.finding(
                        "log", "log lacks " + p, "no line of the target's log with " + p, line, stage.newest()))));
        return findings;
    }
}
