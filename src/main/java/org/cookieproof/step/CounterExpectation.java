package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.target.Control;
import org.cookieproof.target.TargetControl.StoreUse;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code counter: { at: first, reads: 10, writes: 0 }}: in this step that site has used its session store at most so
 * often. Only for targets that count; what the harness asks about identity comes later and does not count.
 */
@AutoService(Expectation.class)
public final class CounterExpectation implements Expectation {

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public Bound bind(YamlNode argument, Binder binder) {
        Fields fields = binder.fields(name(), argument, "at");
        Role at = binder.role(fields, "at");
        OptionalInt reads = most(fields, "reads");
        OptionalInt writes = most(fields, "writes");
        if (reads.isEmpty() && writes.isEmpty()) {
            binder.problems().add(argument.at(), "'counter' needs 'reads:' or 'writes:' with the most that may be");
        }
        fields.end();
        binder.usesControl(Control.COUNTERS);
        return (stage, focus) -> examine(stage, at, reads, writes);
    }

    private static OptionalInt most(Fields fields, String key) {
        return fields.node(key).isPresent() ? OptionalInt.of(fields.number(key, 0)) : OptionalInt.empty();
    }

    private static List<Finding> examine(Stage stage, Role at, OptionalInt reads, OptionalInt writes) {
        stage.settle();
        Map<String, StoreUse> before = stage.cast().storeUsesBefore();
        Map<String, StoreUse> now = stage.control().storeUses();
        StoreUse none = new StoreUse(0, 0);
        StoreUse began = before.getOrDefault(stage.host(at), none);
        StoreUse ended = now.getOrDefault(stage.host(at), none);
        List<Finding> findings = new ArrayList<>();
        judge(stage, at, "reads", reads, ended.reads() - began.reads(), findings);
        judge(stage, at, "writes", writes, ended.writes() - began.writes(), findings);
        return findings;
    }

    private static void judge(
            Stage stage, Role at, String what, OptionalInt most, long counted, List<Finding> findings) {
        if (most.isPresent() && counted > most.getAsInt()) {
            findings.add(stage.finding(
                    "counter",
                    what + " of the session store by " + at,
                    "at most " + most.getAsInt() + " " + what + " in this step",
                    counted + " " + what,
                    stage.newest()));
        }
    }
}
