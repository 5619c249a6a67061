package org.cookieproof.tap;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;

/** What the rules do to one exchange. */
final class Treatment {

    /**
     * A rule whose conditions of the request hold.
     *
     * @param meant whether this occurrence is; asked when all conditions are known to hold
     */
    record Chosen(WireRule rule, BooleanSupplier meant) {}

    /** What the user agent gets, and after how long. */
    record Outcome(ResponseHead head, Duration delay) {}

    private final Request request;
    private final List<Chosen> chosen;

    Treatment(Request request, List<Chosen> chosen) {
        this.request = request;
        this.chosen = chosen;
    }

    /** The fields of the request as the target is to see them. */
    Headers forTarget() {
        Headers headers = request.headers();
        for (Chosen each : chosen) {
            // Rules that change requests do not ask about responses: whether they are meant is known by now.
            if (!each.rule().onRequest().isEmpty() && each.meant().getAsBoolean()) {
                for (Rewrite rewrite : each.rule().onRequest()) {
                    headers = rewrite.apply(headers);
                }
            }
        }
        return headers;
    }

    /** What is answered instead of asking the target; the first rule that says so decides. */
    Optional<StandIn> standIn() {
        return chosen.stream()
                .filter(each -> each.rule().standIn().isPresent())
                .filter(each -> each.meant().getAsBoolean())
                .findFirst()
                .flatMap(each -> each.rule().standIn());
    }

    /** To be asked once, with the head as the target sent it. */
    Outcome of(ResponseHead received) {
        ResponseHead head = received;
        Duration delay = Duration.ZERO;
        for (Chosen each : chosen) {
            WireRule rule = each.rule();
            if (!rule.when().holds(head.status(), head.headers())
                    || !each.meant().getAsBoolean()) {
                continue;
            }
            for (Rewrite rewrite : rule.onResponse()) {
                head = head.with(rewrite.apply(head.headers()));
            }
            if (rule.status().isPresent()) {
                int status = rule.status().get();
                head = new ResponseHead(
                        status, HttpResponseStatus.valueOf(status).reasonPhrase(), head.headers());
            }
            delay = delay.plus(rule.delay());
        }
        return new Outcome(head, delay.compareTo(WireRule.LONGEST_DELAY) > 0 ? WireRule.LONGEST_DELAY : delay);
    }
}
