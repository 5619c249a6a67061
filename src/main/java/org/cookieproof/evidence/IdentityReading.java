package org.cookieproof.evidence;

import java.util.List;
import java.util.OptionalInt;
import org.cookieproof.http.Scheme;

/**
 * Who the user agent is signed in as at one site, asked three ways at one moment (T124451).
 *
 * @param step     the index of the step after which it was asked
 * @param page     what the page shows
 * @param api      what the API answers to the user agent's own request
 * @param cookies  what the API answers to the same cookies sent by the harness's raw client
 * @param exchange the number of the exchange in which the page was read, if it was one of this cell's
 */
public record IdentityReading(
        int step, Role role, Scheme scheme, Identity page, Identity api, Identity cookies, OptionalInt exchange) {

    /** The three answers with their names, those that could be had. */
    public List<Identity> known() {
        return List.of(page, api, cookies).stream().filter(Identity::isKnown).toList();
    }

    /** Whether all the answers that could be had are the same; false when none could. */
    public boolean agree() {
        return known().stream().distinct().count() == 1;
    }
}
