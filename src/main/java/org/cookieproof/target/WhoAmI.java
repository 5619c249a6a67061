package org.cookieproof.target;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How to ask a target who one is signed in as.
 *
 * @param pageTarget  a page to look at where none is shown yet
 * @param pagePattern finds the statement in a page's source; its first group is the name, or did not take part when
 *                    nobody is signed in. No match means that the page does not tell
 * @param api         empty where there is none that cookies alone give an answer
 */
public record WhoAmI(String pageTarget, Pattern pagePattern, Optional<Api> api) {

    public WhoAmI {
        Objects.requireNonNull(pageTarget);
        Objects.requireNonNull(pagePattern);
        Objects.requireNonNull(api);
    }

    /**
     * An answer for programs, in JSON.
     *
     * @param target the request target to GET
     * @param name   JSON pointer (RFC 6901) to the name
     * @param nobody JSON pointer that is there only when nobody is signed in
     */
    public record Api(String target, String name, String nobody) {
        public Api {
            Objects.requireNonNull(target);
            Objects.requireNonNull(name);
            Objects.requireNonNull(nobody);
        }
    }
}
