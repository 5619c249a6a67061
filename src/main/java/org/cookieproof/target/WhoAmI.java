package org.cookieproof.target;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How to ask a target who one is signed in as.
 *
 * @param pageTarget  a page to look at where none is shown yet
 * @param pagePattern finds the statement in a page's source; its first group is the name, or did not take part when
 *                    nobody is signed in. No match means that the page does not tell
 * @param apiTarget   the request target to GET
 * @param apiName     JSON pointer (RFC 6901) to the name
 * @param apiNobody   JSON pointer that is there only when nobody is signed in
 */
public record WhoAmI(String pageTarget, Pattern pagePattern, String apiTarget, String apiName, String apiNobody) {

    public WhoAmI {
        Objects.requireNonNull(pageTarget);
        Objects.requireNonNull(pagePattern);
        Objects.requireNonNull(apiTarget);
        Objects.requireNonNull(apiName);
        Objects.requireNonNull(apiNobody);
    }
}
