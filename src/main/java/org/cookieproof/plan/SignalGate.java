package org.cookieproof.plan;

import java.util.Objects;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/**
 * How far a signal of the target may move during a run.
 *
 * @param most by how much at most, from 0
 * @param at   where the signal is named
 */
public record SignalGate(int most, Position at) {

    public SignalGate {
        Objects.requireNonNull(at);
    }

    static SignalGate read(YamlNode.Scalar signal, Fields fields, Problems problems) {
        if (fields.node("most").isEmpty()) {
            problems.add(
                    fields.at(), "a gate needs 'most:', by how much '" + signal.text() + "' may move during a run");
        }
        SignalGate gate = new SignalGate(fields.number("most", 0), signal.at());
        fields.end();
        return gate;
    }
}
