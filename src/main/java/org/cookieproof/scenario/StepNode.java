package org.cookieproof.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.YamlNode;

/**
 * One step as written, its verb not yet bound.
 *
 * @param argument what stands after the verb
 * @param expect   each a mapping of expectation to argument
 * @param scheme   where the step is to use another scheme than its cell
 * @param by       who does it: a name, or a mapping that names a kept jar; empty for the first user agent
 * @param capture  what is kept of it under a name for later steps
 */
public record StepNode(
        Position at,
        String verb,
        YamlNode argument,
        List<YamlNode.Mapping> expect,
        Optional<Scheme> scheme,
        Optional<YamlNode> by,
        Optional<YamlNode.Mapping> capture) {

    public StepNode {
        Objects.requireNonNull(at);
        Objects.requireNonNull(verb);
        Objects.requireNonNull(argument);
        expect = List.copyOf(expect);
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(by);
        Objects.requireNonNull(capture);
    }

    /** The same step with other texts in it; who does it stays. */
    public StepNode map(UnaryOperator<YamlNode> change) {
        return new StepNode(
                at,
                verb,
                change.apply(argument),
                expect.stream().map(m -> (YamlNode.Mapping) change.apply(m)).toList(),
                scheme,
                by,
                capture.map(m -> (YamlNode.Mapping) change.apply(m)));
    }

    /** Everything written in it that later steps or captures can fill. */
    public Stream<YamlNode> texts() {
        return Stream.of(Stream.of(argument), expect.stream(), capture.stream()).flatMap(s -> s);
    }
}
