package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cookieproof.evidence.Role;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.target.Control;
import org.cookieproof.target.SessionFault;
import org.cookieproof.target.StoreOutage;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Words;

/**
 * {@code break: { what: session, of: alice, kind: truncated }}, {@code break: { what: store, how: timeout, by: 1 s }},
 * {@code break: { what: replies, at: central, by: 500 ms }}, {@code break: { what: commits, by: 1 s }}: something that
 * the target stands on goes wrong, until {@code mend}.
 */
@AutoService(Verb.class)
public final class BreakVerb implements Verb {

    private static final List<String> PARTS = List.of("session", "store", "replies", "commits");
    private static final Duration STORE_LIMIT = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "break";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        String what = fields.text("what");
        Step step = switch (what) {
            case "session" -> session(node, fields, binder);
            case "store" -> store(fields, binder);
            case "replies" -> replies(node, fields, binder);
            default -> commits(node, fields, binder);
        };
        if (!what.isEmpty() && !PARTS.contains(what)) {
            binder.problems().add(node.at(), Words.unknown("thing to break", what, PARTS));
        } else {
            fields.end();
        }
        ControlStep.refuseExpectations(node, binder);
        return step;
    }

    private static Step session(StepNode node, Fields fields, Binder binder) {
        Optional<String> of = binder.persona(fields, "of").filter(persona -> !Binder.NOBODY.equals(persona));
        if (of.isEmpty()) {
            binder.problems().add(node.at(), "'what: session' needs 'of:' with a persona who is signed in");
        }
        Optional<SessionFault> kind =
                fields.oneOf("kind", "kind of corruption", SessionFault::named, SessionFault.words());
        if (fields.node("kind").isEmpty()) {
            binder.problems()
                    .add(node.at(), "'what: session' needs 'kind:' (" + String.join(", ", SessionFault.words()) + ")");
        }
        binder.usesControl(Control.CORRUPT_SESSIONS);
        SessionFault fault = kind.orElse(SessionFault.TRUNCATED);
        String persona = of.orElse("");
        return new ControlStep(
                "corrupt the sessions of " + persona + ": " + fault.wireName(),
                stage -> corrupt(stage, persona, fault));
    }

    private static void corrupt(Stage stage, String persona, SessionFault fault) {
        if (stage.control().corruptSessions(stage.account(persona), fault) == 0) {
            throw new IllegalStateException(
                    "nothing to corrupt: the target has no session of " + persona + "; log in first");
        }
    }

    private static Step store(Fields fields, Binder binder) {
        StoreOutage how = fields.oneOf("how", "fault", StoreOutage::named, StoreOutage.words())
                .orElse(StoreOutage.ERROR);
        Duration by = TimeSpan.read(fields, "by", binder)
                .orElse(how == StoreOutage.TIMEOUT || how == StoreOutage.SLOW ? STORE_LIMIT : Duration.ZERO);
        binder.usesControl(Control.BREAK_STORE);
        return new ControlStep("break the session store: " + how.wireName(), stage -> {
            stage.control().breakStore(how, by);
            stage.targetIsBroken();
        });
    }

    private static Step replies(StepNode node, Fields fields, Binder binder) {
        List<Role> at = binder.optionalRoles(fields, "at");
        Duration by = delay(node, fields, binder);
        binder.usesControl(Control.SLOW_REPLIES);
        return new ControlStep(
                "delay replies" + (at.isEmpty() ? "" : " of " + at) + " by " + by.toMillis() + " ms", stage -> {
                    if (at.isEmpty()) {
                        stage.control().slowReplies(Optional.empty(), by);
                    }
                    at.forEach(role -> stage.control().slowReplies(Optional.of(stage.host(role)), by));
                });
    }

    private static Step commits(StepNode node, Fields fields, Binder binder) {
        Duration by = delay(node, fields, binder);
        binder.usesControl(Control.SLOW_COMMITS);
        return new ControlStep(
                "delay commits by " + by.toMillis() + " ms",
                stage -> stage.control().slowCommits(by));
    }

    private static Duration delay(StepNode node, Fields fields, Binder binder) {
        fields.oneOf(
                "how", "fault", word -> word.equals("slow") ? Optional.of(word) : Optional.empty(), List.of("slow"));
        if (fields.node("by").isEmpty()) {
            binder.problems().add(node.at(), "a delay needs 'by:' with a span of time, as '500 ms'");
        }
        return TimeSpan.read(fields, "by", binder).orElse(Duration.ZERO);
    }
}
