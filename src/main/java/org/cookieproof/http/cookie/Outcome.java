package org.cookieproof.http.cookie;

import java.util.Objects;
import java.util.Optional;

/** What a jar did with one Set-Cookie line. */
public sealed interface Outcome {

    /** In one sentence, for a report. */
    String describe();

    /** The cookie is in the jar now, in place of {@code replaced} where that was there (RFC 6265bis §5.7 step 24). */
    record Stored(Cookie cookie, Optional<Cookie> replaced) implements Outcome {

        public Stored {
            Objects.requireNonNull(cookie);
            Objects.requireNonNull(replaced);
        }

        @Override
        public String describe() {
            return (replaced.isPresent() ? "replaced " : "stored ") + cookie.key();
        }
    }

    /** The line had expired when it came, and took the cookie with it. */
    record Deleted(Cookie was) implements Outcome {

        public Deleted {
            Objects.requireNonNull(was);
        }

        @Override
        public String describe() {
            return "deleted " + was.key();
        }
    }

    /** The line had expired when it came, and the jar held no cookie of its name, domain, host-only-flag and path. */
    record NothingToDelete(String name) implements Outcome {

        public NothingToDelete {
            Objects.requireNonNull(name);
        }

        @Override
        public String describe() {
            return "found no " + name + " of that scope to delete";
        }
    }

    /**
     * The line was ignored.
     *
     * @param section the rule that says so, such as {@code RFC 6265bis §5.7 step 13}
     */
    record Refused(String reason, String section) implements Outcome {

        public Refused {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(section);
        }

        @Override
        public String describe() {
            return "refused: " + reason + " (" + section + ")";
        }
    }
}
