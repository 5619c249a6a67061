package org.cookieproof.profile;

import java.util.List;
import java.util.Optional;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/** Reads an entry of {@code differs:}, in a profile, in a family and in what a model is held against. */
final class Differences {

    private Differences() {}

    /** @param family that it is read from; empty for a profile's own */
    static Optional<Profile.MeasuredDifference> read(YamlNode node, Optional<String> family, Problems problems) {
        return Fields.mapping("a difference", node, problems).map(m -> {
            Fields fields = new Fields(m, "a difference", problems);
            List<String> on = fields.texts("on");
            if (on.isEmpty()) {
                problems.add(fields.at(), "a difference needs 'on:', behaviours of the passport");
            }
            Profile.MeasuredDifference difference = new Profile.MeasuredDifference(
                    on,
                    fields.texts("answers"),
                    fields.text("source"),
                    fields.flag("in-any-order", false),
                    fields.flag("varies", false),
                    family);
            fields.end();
            return difference;
        });
    }
}
