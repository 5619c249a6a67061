package org.cookieproof.run;

import java.util.Collection;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.cookieproof.yaml.Glob;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/** Names as users give several at once: {@code logout/*}. One that nothing answers to is a mistake. */
record NamePattern(YamlNode.Scalar glob, String noun) {

    /**
     * Those that it matches; none, and a problem, where it matches nothing or is no pattern.
     *
     * @param names all that there are
     */
    List<String> among(Collection<String> names, Problems problems) {
        try {
            List<String> found = names.stream()
                    .filter(name -> Glob.matches(glob.text(), name))
                    .toList();
            if (found.isEmpty()) {
                problems.add(
                        glob.at(),
                        glob.at().isOption()
                                ? Words.unknownOfMany(noun, glob.text(), names)
                                : Words.unknown(noun, glob.text(), names));
            }
            return found;
        } catch (PatternSyntaxException e) {
            problems.add(glob.at(), "'" + glob.text() + "' is not a pattern: " + e.getDescription());
            return List.of();
        }
    }
}
