package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.scenario.StepNodes;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code together: [ { visit: { at: first } }, { visit: { at: first }, by: phone } ]}: steps that begin at the same
 * moment, each by another user agent or kept jar.
 */
@AutoService(Verb.class)
public final class TogetherVerb implements Verb {

    @Override
    public String name() {
        return "together";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Problems problems = binder.problems();
        List<StepNode> nodes =
                node.argument() instanceof YamlNode.Sequence list ? StepNodes.read(list.items(), problems) : List.of();
        if (nodes.size() < 2) {
            problems.add(node.at(), "'together' needs a list of at least two steps, each 'by:' somebody else");
        }
        if (!node.expect().isEmpty() || node.capture().isPresent()) {
            problems.add(node.at(), "'together' shows nothing by itself; put 'expect:' and 'capture:' on its steps");
        }
        Set<Actor> seen = new HashSet<>();
        List<Together.Part> parts = new ArrayList<>();
        for (StepNode part : nodes) {
            if (part.verb().equals(name())) {
                problems.add(part.at(), "'together' within 'together' is the same as one list; write one");
                continue;
            }
            Actor actor = binder.actor(part);
            check(part, actor, seen, problems);
            binder.bind(part).ifPresent(step -> parts.add(new Together.Part(actor, step)));
        }
        binder.playsTogether();
        return new Together(parts);
    }

    private static void check(StepNode part, Actor actor, Set<Actor> seen, Problems problems) {
        if (actor instanceof Actor.Tab) {
            problems.add(
                    part.by().map(YamlNode::at).orElse(part.at()),
                    "a tab cannot play at the same time as another: one person has one pair of hands, and the library"
                            + " that drives the browser one thread; declare a user agent in 'user-agents:'");
        } else if (!seen.add(actor)) {
            problems.add(
                    part.at(),
                    (actor.equals(Actor.FIRST)
                                    ? "the first user agent"
                                    : "'" + actor.prefix().replace(": ", "") + "'")
                            + " plays two of these steps; at one moment each can do one thing (see 'by:')");
        }
    }
}
