package org.cookieproof.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.YamlNode;

/**
 * One step as written, its verb not yet bound.
 *
 * @param argument what stands after the verb
 * @param expect   each a mapping of expectation to argument
 * @param scheme   where the step is to use another scheme than its cell
 */
public record StepNode(
        Position at, String verb, YamlNode argument, List<YamlNode.Mapping> expect, Optional<Scheme> scheme) {

    public StepNode {
        Objects.requireNonNull(at);
        Objects.requireNonNull(verb);
        Objects.requireNonNull(argument);
        expect = List.copyOf(expect);
        Objects.requireNonNull(scheme);
    }
}
