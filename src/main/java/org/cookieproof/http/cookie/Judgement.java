package org.cookieproof.http.cookie;

import java.util.Objects;

/** Whether one Set-Cookie line deletes one stored cookie. */
public sealed interface Judgement {

    /** In one sentence, for a report. */
    String why();

    default boolean deletes() {
        return false;
    }

    /** The stored cookie is gone after this line. */
    record Deletes() implements Judgement {

        @Override
        public boolean deletes() {
            return true;
        }

        @Override
        public String why() {
            return "it deletes the stored cookie";
        }
    }

    /** A deletion, but of a cookie with another name. */
    record OtherCookie(String why) implements Judgement {

        public OtherCookie {
            Objects.requireNonNull(why);
        }
    }

    /**
     * A deletion that names the stored cookie and yet leaves it alive.
     *
     * @param section the rule that saves it, such as {@code RFC 6265bis §5.7 step 23}
     */
    record Misses(String why, String section) implements Judgement {

        public Misses {
            Objects.requireNonNull(why);
            Objects.requireNonNull(section);
        }
    }

    /** The line sets a cookie, or is ignored by every user agent. */
    record NotADeletion(String why) implements Judgement {

        public NotADeletion {
            Objects.requireNonNull(why);
        }
    }
}
