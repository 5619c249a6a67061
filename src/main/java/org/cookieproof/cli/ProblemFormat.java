package org.cookieproof.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problem;

/** What stands on stdout of each problem in a user's file, as typed on the command line. */
@SuppressWarnings("JavaLangClash")
enum ProblemFormat {
    /** Nothing: persons read stderr. */
    text {
        @Override
        Optional<String> line(Problem problem) {
            return Optional.empty();
        }
    },
    /** An annotation, which GitHub shows beside the line. */
    github {
        @Override
        Optional<String> line(Problem problem) {
            Position at = problem.at();
            return Optional.of("::error file=" + GitHubAnnotations.property(at.file()) + ",line=" + at.line() + ",col="
                    + at.column() + ",title=invalid file::" + GitHubAnnotations.data(problem.message()));
        }
    },
    /** An object: {@code file}, {@code line}, {@code column}, {@code message}. */
    json {
        @Override
        Optional<String> line(Problem problem) {
            ObjectNode object = MAPPER.createObjectNode();
            object.put("file", problem.at().file());
            object.put("line", problem.at().line());
            object.put("column", problem.at().column());
            object.put("message", problem.message());
            return Optional.of(object.toString());
        }
    };

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Empty where stdout gets nothing of it. */
    abstract Optional<String> line(Problem problem);
}
