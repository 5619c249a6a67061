package org.cookieproof.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/** Reads {@code held-against:} of a model's profile. */
final class HeldAgainstFields {

    private HeldAgainstFields() {}

    /** @param file of the model's profile; the engine's lies beside it */
    static List<HeldAgainst> read(Path file, Fields profile, Profile.Kind kind, Problems problems) {
        List<HeldAgainst> all = new ArrayList<>();
        for (YamlNode node : profile.list("held-against")) {
            if (kind != Profile.Kind.MODEL) {
                problems.add(profile.at("held-against"), "only a model is held against a real engine");
            }
            Fields.mapping("'held-against'", node, problems)
                    .ifPresent(m -> all.add(one(file, new Fields(m, "held-against", problems), problems)));
        }
        return all;
    }

    private static HeldAgainst one(Path file, Fields fields, Problems problems) {
        List<String> known = new ArrayList<>(YamlNames.in(file.resolveSibling("")));
        known.add(HeldAgainst.NONE);
        known.add(HeldAgainst.BROWSERS);
        List<Profile.MeasuredDifference> differs = fields.list("differs").stream()
                .flatMap(d -> Differences.read(d, Optional.empty(), problems).stream())
                .toList();
        HeldAgainst against = new HeldAgainst(
                fields.text("profile", "profile", known), fields.texts("on"), fields.text("because"), differs);
        if (against.isOfNone() && !against.on().isEmpty()) {
            problems.add(fields.at("on"), "what is held against no profile has no 'on:'");
        }
        if (!against.isOfNone() && against.on().isEmpty()) {
            problems.add(fields.at(), "what a model is held against needs 'on:', behaviours of the passport");
        }
        fields.end();
        return against;
    }
}
