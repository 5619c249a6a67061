package org.cookieproof.target;

import java.util.List;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/** What a drafted file leaves to a person. Whoever played it as it is would send requests to where nothing is. */
final class FillIn {

    private static final String MARK = "FILL IN";

    private FillIn() {}

    /** Whether some text, or some key, is still the draft's; each is a problem that says what belongs there. */
    static boolean isLeftIn(YamlNode node, Problems problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            boolean found = false;
            for (YamlNode.Entry entry : mapping.entries()) {
                found |= isLeftIn(entry.key(), problems);
                found |= isLeftIn(entry.value(), problems);
            }
            return found;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return List.copyOf(sequence.items()).stream()
                            .filter(item -> isLeftIn(item, problems))
                            .count()
                    > 0;
        }
        return node instanceof YamlNode.Scalar scalar && isLeft(scalar, problems);
    }

    private static boolean isLeft(YamlNode.Scalar scalar, Problems problems) {
        if (!scalar.text().startsWith(MARK)) {
            return false;
        }
        String what = scalar.text().substring(MARK.length()).replaceFirst("^[:,]? *", "");
        problems.add(scalar.at(), "still to be filled in" + (what.isEmpty() ? "" : ": " + what));
        return true;
    }
}
