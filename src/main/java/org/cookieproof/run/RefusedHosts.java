package org.cookieproof.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.profile.Profile;

/**
 * Hosts that the user agent asked for and the tap does not forward to. They fail no cell, but whoever wonders why a page
 * looks different must be able to see them: the target may have a site that nobody has declared.
 */
final class RefusedHosts {

    /** A page can name as many as it likes. */
    private static final int MOST = 20;

    /** Of a profile: the domains, separated by spaces, that such a browser asks of its own accord. */
    static final String OF_ITS_OWN = "background-hosts";

    private RefusedHosts() {}

    /**
     * @param asked in the order in which they were asked for, each once
     * @param by    whose setting {@code background-hosts} names domains, separated by spaces, that such a browser asks
     *              of its own accord whatever the target sends
     */
    static List<Finding> warnings(List<String> asked, Profile by) {
        List<String> ofItsOwn = List.of(by.setting(OF_ITS_OWN).orElse("").split(" ", -1));
        List<String> refused = asked.stream()
                .filter(host -> ofItsOwn.stream().noneMatch(own -> host.equals(own) || host.endsWith("." + own)))
                .toList();
        return refused.stream()
                .limit(MOST)
                .map(host -> warning(host, refused.size()))
                .toList();
    }

    private static Finding warning(String host, int all) {
        return new Finding(
                "target-hosts-only",
                "tap",
                Severity.WARNING,
                "host " + host,
                "requests to the target's own hosts only",
                "the user agent asked for it and was refused" + (all > MOST ? " (one of " + all + " such hosts)" : ""),
                OptionalInt.empty(),
                Optional.empty());
    }
}
