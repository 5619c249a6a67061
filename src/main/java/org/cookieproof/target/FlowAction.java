package org.cookieproof.target;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.yaml.Position;

/** One action of a flow, in terms of pages, forms and requests. All texts may hold <code>${parameter}</code>. */
public sealed interface FlowAction {

    Position at();

    /** Has an actor do it. */
    <R> R by(Actor<R> actor);

    /** Who does what flows say; one method for each action there is. */
    interface Actor<R> {
        R open(Open action);

        R submit(Submit action);

        R fill(Fill action);

        R follow(Follow action);

        R request(Request action);
    }

    /** Navigates to a request target of the site. */
    record Open(Position at, String target, PageCondition accept) implements FlowAction {
        @Override
        public <R> R by(Actor<R> actor) {
            return actor.open(this);
        }
    }

    /** Fills in and submits a form of the current page. */
    record Submit(Position at, String form, Map<String, String> fields, Optional<String> button, PageCondition accept)
            implements FlowAction {
        public Submit {
            Objects.requireNonNull(form);
            fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
        }

        @Override
        public <R> R by(Actor<R> actor) {
            return actor.submit(this);
        }
    }

    /** Types into a field of the current page. */
    record Fill(Position at, String selector, String value) implements FlowAction {
        @Override
        public <R> R by(Actor<R> actor) {
            return actor.fill(this);
        }
    }

    /** Activates a link of the current page. */
    record Follow(Position at, String selector, PageCondition accept) implements FlowAction {
        @Override
        public <R> R by(Actor<R> actor) {
            return actor.follow(this);
        }
    }

    /**
     * Sends a request of the user agent's own.
     *
     * @param capture parameter to the JSON pointer (RFC 6901) in the answer that gives its value
     * @param accept  JSON pointer to the value that must stand there
     */
    record Request(
            Position at,
            String method,
            String target,
            Map<String, String> form,
            Map<String, String> capture,
            Map<String, String> accept)
            implements FlowAction {
        public Request {
            form = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(form));
            capture = Map.copyOf(capture);
            accept = Map.copyOf(accept);
        }

        @Override
        public <R> R by(Actor<R> actor) {
            return actor.request(this);
        }
    }

    /**
     * What the page must be like afterwards for the flow to have worked.
     *
     * @param has   a CSS selector that must find something
     * @param lacks a CSS selector that must find nothing
     * @param shows a pattern that must be found in the page's source
     */
    record PageCondition(Optional<String> has, Optional<String> lacks, Optional<Pattern> shows) {
        public static final PageCondition ANY = new PageCondition(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
